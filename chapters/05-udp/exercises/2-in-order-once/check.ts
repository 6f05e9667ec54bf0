import type { Checks, Verbs } from "@netnotes/exercises";

type Server = Awaited<ReturnType<Verbs["startServer"]>>;

/** One who sends numbered messages, and knows what a right server says to each. */
async function senderTo({ dialUdp, random }: Verbs, server: Server, name = "sender") {
  const peer = await dialUdp(server, { name });
  const texts = [""];
  const came = new Set<number>();
  let printed = 0;

  /** Lines that are due when this message comes. */
  function due(number: number): string[] {
    const before = printed;
    came.add(number);
    while (came.has(printed + 1)) printed += 1;
    return texts.slice(before + 1, printed + 1);
  }

  return {
    peer,
    texts,
    printed: () => printed,
    /** Sends some messages at once; expects an answer to each, and then the lines that are due. */
    sends: async (...numbers: readonly number[]): Promise<void> => {
      for (const n of numbers) {
        texts[n] ??= `${name} ${random.text(5)} ${n}`;
        await peer.send(`${n} ${texts[n]}`);
      }
      for (const n of numbers) {
        const lines = due(n);
        await peer.expect(String(printed));
        for (const line of lines.flatMap((text) => text.split("\n"))) await server.says(line);
      }
    },
  };
}

const UP_TO_12 = Array.from({ length: 12 }, (_, at) => at + 1);

export default {
  "in-order": {
    title: "prints each message, and acknowledges it",
    why: "A datagram is a whole message, however long: recvfrom with less room than it has throws the rest away. An empty text is a text, too, and a newline a character like any other.",
    async run(verbs) {
      const server = await verbs.startServer();
      const { sends, texts } = await senderTo(verbs, server);
      texts[2] = `你好, ${verbs.random.text(4)}  2 3 `;
      texts[3] = verbs.random.text(20_000);
      texts[5] = "";
      texts[7] = `${verbs.random.text(4)}\n\n ${verbs.random.text(4)}\n`;
      for (const number of UP_TO_12) await sends(number);
    },
  },

  late: {
    title: "prints what overtakes another message after it, and loses nothing",
    why: "Datagrams may come in any order. What comes too early has to wait in the receiver, and the number that is answered tells what is missing still.",
    async run(verbs) {
      const server = await verbs.startServer();
      const { sends } = await senderTo(verbs, server);
      for (const number of [2, 1, 5, 4, 3]) await sends(number);
      for (const number of verbs.random.shuffled([6, 7, 8, 9, 10, 11, 12])) await sends(number);
    },
  },

  once: {
    title: "prints once what comes again, and acknowledges it again",
    why: "A sender repeats what is not acknowledged in time: the message may have been lost, or the answer. Who does not answer the second time lets it repeat for ever.",
    async run(verbs) {
      const server = await verbs.startServer();
      const { sends } = await senderTo(verbs, server);
      for (const number of [1, 1, 3, 3, 2, 3, 2, 1, 4, 1, 5]) await sends(number);
    },
  },

  lossy: {
    title: "gets everything through a network that loses, repeats and mixes",
    why: "The sender sends whatever is not acknowledged, again and again; the receiver has to make of it what was meant.",
    async run(verbs) {
      const { random, startServer } = verbs;
      const server = await startServer();
      const { sends, printed } = await senderTo(verbs, server);
      while (printed() < 40) {
        const missing = Array.from({ length: 40 - printed() }, (_, at) => printed() + 1 + at);
        const passed = missing.filter(() => random.integer(1, 3) > 1);
        const repeated = passed.filter(() => random.integer(1, 3) === 1);
        await sends(...random.shuffled([...passed, ...repeated]));
      }
    },
  },

  senders: {
    title: "keeps senders apart, and ignores what is no message",
    why: "One socket hears everybody: an address, with its port, is all that tells senders apart, and what they send may be anything, and no UTF-8 at all. An empty datagram is no end, and what int() or Number() take for a number need not be decimal digits.",
    async run(verbs) {
      const server = await verbs.startServer();
      const alice = await senderTo(verbs, server, "alice");
      const bob = await senderTo(verbs, server, "bob");
      await alice.sends(1, 3);
      await bob.sends(2);
      const noNumbers = ["0", "-1", "+1", "1.0", "1.5", "0x1", "1e0", "1_0", "two"];
      const junk = noNumbers.map((each) => `${each} ${each} is not from 1 up`);
      const noText = Buffer.from("fffe20ff", "hex");
      for (const each of ["", "hello", "7", noText, ...junk]) await bob.peer.send(each);
      await bob.sends(1);
      await alice.sends(2, 4);
      await bob.sends(3, 1);
    },
  },
} satisfies Checks;
