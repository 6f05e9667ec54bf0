import type { Checks } from "@netnotes/exercises";

const MOST = 1_000_000;

/** A message as it is sent, and as it shall come back. */
function pair(text: string | Uint8Array): [sent: Buffer, back: Buffer] {
  const message = Buffer.from(text);
  const framed = (bytes: Uint8Array): Buffer =>
    Buffer.concat([Buffer.from(`${bytes.length}:`), bytes, Buffer.from(",")]);
  return [framed(message), framed(Buffer.from(message).reverse())];
}

export default {
  one: {
    title: "answers a message backwards, and the next one too, whatever is in it",
    why: "The length says where a message ends, and nothing in it can: a comma, a colon or a newline there is a byte like any other. A message of no bytes is one, too.",
    async run({ startServer, dial, random }) {
      const client = await dial(await startServer());
      const words = [
        random.text(5),
        `4:\n${random.text(4)},`,
        "",
        "你好", // six bytes, two characters
        random.bytes(20),
        random.text(1),
      ];
      for (const [sent, back] of words.map(pair)) {
        await client.send(sent);
        await client.expect(back);
      }
    },
  },

  split: {
    title: "reads a message whole, wherever it is cut",
    why: "A read brings what has come: a message may come in two pieces or in as many as it has bytes. Its length, which has several digits, may be cut as well.",
    async run({ startServer, dial, random, sendApart }) {
      const client = await dial(await startServer());
      const length = 10;
      for (const cut of [1, 2, 3, random.integer(4, 11), length + 3]) {
        const [sent, back] = pair(random.text(length));
        await sendApart(client, [sent.subarray(0, cut), sent.subarray(cut)]);
        await client.expect(back);
      }
      const [sent, back] = pair(random.text(length));
      await sendApart(client, random.pieces(sent, sent.length));
      await client.expect(back);
    },
  },

  joined: {
    title: "answers each of several messages that come at once",
    why: "What a read brings beyond the end of a message is the beginning of the next one, or all of it.",
    async run({ startServer, dial, random, sendApart }) {
      const client = await dial(await startServer());
      const pairs = [random.text(4), "", random.text(12), random.text(2)].map(pair);
      await client.send(Buffer.concat(pairs.map(([sent]) => sent)));
      for (const [, back] of pairs) await client.expect(back);
      const [one, two] = [pair(random.text(3)), pair(random.text(11))];
      await sendApart(client, [Buffer.concat([one[0], two[0].subarray(0, 1)]), two[0].subarray(1)]);
      await client.expect(Buffer.concat([one[1], two[1]]));
    },
  },

  most: {
    title: "reads a message of 1,000,000 bytes, and closes when a longer one is announced",
    why: "No single read brings so much. And a length is a promise of somebody you do not know: who believes any number waits, and keeps memory, for as long as that one likes.",
    async run({ startServer, dial, random }) {
      const server = await startServer();
      const client = await dial(server, { name: "long" });
      const [sent, back] = pair(random.text(1000).repeat(MOST / 1000));
      await Promise.all([client.send(sent), client.expect(back)]);
      client.end();
      await client.expectEnd();
      for (const start of [`${MOST + 1}:`, "99999999999999999999:", "1".repeat(3000)]) {
        const liar = await dial(server, { name: "liar" });
        await liar.send(start);
        await liar.expectOver();
      }
    },
  },

  other: {
    title: "closes without an answer when something is no message, and serves the next client",
    why: "After something that is no message nobody knows where the next one begins: the connection is of no more use. Its end in the middle of a message makes that none.",
    async run({ startServer, dial, random }) {
      const server = await startServer();
      const [sent, back] = pair(random.text(10));
      for (const kept of [1, 3, 8, sent.length - 1]) {
        const client = await dial(server, { name: "cut off" });
        await client.send(sent.subarray(0, kept));
        client.end();
        await client.expectEnd();
      }
      const word = random.text(3);
      const headers = ["-3", "+3", " 3", "3 ", "0x3", "3e0", "x"];
      const comma = await dial(server, { name: "no comma" });
      // The one before it is a message, though both come at once.
      await comma.send(Buffer.concat([sent, Buffer.from(`3:${word};`)]));
      await comma.expect(back);
      await comma.expectEnd();
      for (const none of [":,", ...headers.map((header) => `${header}:${word},`)]) {
        const client = await dial(server, { name: "no length" });
        await client.send(none);
        await client.expectOver();
      }
      const last = await dial(server, { name: "last" });
      await last.send(sent);
      await last.expect(back);
    },
  },
} satisfies Checks;
