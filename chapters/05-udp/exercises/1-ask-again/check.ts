import { setTimeout } from "node:timers/promises";
import type { Checks, Verbs } from "@netnotes/exercises";

type Server = Awaited<ReturnType<Verbs["listenUdp"]>>;

/** Nothing more has come than was expected: what comes now is the next. */
async function nothingMore({ dialUdp, fail }: Verbs, server: Server, why = ""): Promise<void> {
  const witness = await dialUdp(server, { name: "witness" });
  await witness.send("the client has ended");
  const came = (await server.expect(/^/)).bytes.toString();
  if (came !== "the client has ended") fail(`your program sent "${came}" too often${why}`);
}

export default {
  asks: {
    title: "asks one question after the other, each once while nothing is lost",
    why: "A question has a number so that its answer can have the same. What comes back is one datagram, one answer, whatever it contains. While --timeout lasts, an answer is not lost but on its way.",
    async run(verbs) {
      const { startClient, listenUdp, random } = verbs;
      const server = await listenUdp({ name: "server" });
      const words = [random.text(5), random.text(6), random.text(7)];
      const client = await startClient(server, { args: ["--timeout", "20", ...words, ...words] });
      for (const [at, word] of [...words, ...words].entries()) {
        await server.expect(`${at + 1} ${word}`);
        if (at === 2) await setTimeout(700); // an answer that takes its time
        await server.send(`${at + 1} 你好, ${word}! ${random.text(300)}`);
        await client.says(new RegExp(`^你好, ${word}! [a-z]{300}$`));
      }
      await client.exits(0);
      await nothingMore(verbs, server, "; its answer took 0.7 s, and --timeout is 20");
    },
  },

  repeats: {
    title: "asks again, with the same datagram, what is not answered in time",
    why: "Nobody says that a datagram is lost. That no answer comes in time is all there is to notice, and a repetition the only cure. The last try has its time, too. And what was taken for lost may only have been slow.",
    async run({ startClient, listenUdp, random }) {
      const server = await listenUdp({ name: "server" });
      const [one, two] = [random.text(5), random.text(6)];
      const args = ["--timeout", "1", "--tries", "2", one, two];
      const client = await startClient(server, { args });
      const { from } = await server.expect(`1 ${one}`);
      await server.expect(`1 ${one}`);
      await server.send(`1 Hello, ${one}!`, from); // it answers the first try
      await client.says(`Hello, ${one}!`);
      await server.expect(`2 ${two}`);
      await server.send(`2 Hello, ${two}!`);
      await client.says(`Hello, ${two}!`);
      await client.exits(0);
    },
  },

  late: {
    title: "takes no answer for that to another question, however many come",
    why: "Who asks twice may be answered twice, and the second answer comes when the next question is open already. Nor may a stream of such answers keep the client from asking again.",
    async run({ startClient, listenUdp, random }) {
      const server = await listenUdp({ name: "server" });
      const [one, two] = [random.text(5), random.text(6)];
      const args = ["--timeout", "1", "--tries", "8", one, two];
      const client = await startClient(server, { args });
      await server.expect(`1 ${one}`);
      const late = `1 Hello, ${one}!`;
      const none = ["hello", "12 Hello, nobody!", "", "1xyz", "1st Hello, nobody!"];
      for (const each of [...none, ...Array<string>(12).fill(late)]) await server.send(each);
      await client.says(`Hello, ${one}!`);
      // Or the first one again: a busy machine is late with its answers.
      const either = new RegExp(`^(?:1 ${one}|2 ${two})$`);
      for (let came = ""; came !== `2 ${two}`;) came = String((await server.expect(either)).bytes);
      let again = false;
      const repeated = server.expect(`2 ${two}`).finally(() => (again = true));
      const stream = async (): Promise<void> => {
        for (; !again; await setTimeout(50)) await server.send(late);
      };
      await Promise.all([repeated, stream()]);
      await server.send(`2 Hello, ${two}!`);
      await client.says(`Hello, ${two}!`);
      await client.exits(0);
    },
  },

  stranger: {
    title: "takes no answer from anybody but the server",
    why: "Whoever knows its port can send a datagram to it. The kernel turns strangers away from a socket that is connected; otherwise the program has to.",
    async run({ startClient, listenUdp, random }) {
      const server = await listenUdp({ name: "server" });
      const stranger = await listenUdp({ name: "stranger" });
      const word = random.text(5);
      const client = await startClient(server, { args: ["--timeout", "20", word] });
      const { from } = await server.expect(`1 ${word}`);
      await stranger.send("1 Hello from a stranger!", from);
      await server.send(`1 Hello, ${word}!`);
      await client.says(`Hello, ${word}!`);
      await client.exits(0);
    },
  },

  "gives-up": {
    title: "gives up after so many tries, and says so",
    why: "Who waits for ever can't be told from who is broken, and who asks for ever is part of the flood that drowns a server.",
    async run(verbs) {
      const server = await verbs.listenUdp({ name: "server" });
      const [one, two] = [verbs.random.text(5), verbs.random.text(6)];
      const tries = verbs.random.integer(8, 12);
      const args = ["--timeout", "0.05", "--tries", String(tries), one, two];
      const client = await verbs.startClient(server, { args });
      await server.expect(`1 ${one}`);
      const end = performance.now() + 4000; // far more than it takes
      for (let tried = 1; tried < tries; tried += 1) {
        await server.expect(`1 ${one}`);
        if (performance.now() > end)
          verbs.fail(`your program took 4 s for ${tried} tries, and --timeout is 0.05`);
      }
      const { status, stdout, stderr } = await client.ended();
      verbs.same("its output", stdout, "");
      if (!/^.+\n$/.test(stderr)) verbs.fail("your program did not say one line on standard error");
      if (status !== 1) verbs.fail(`your program ended with ${status}, not with exit status 1`);
      await nothingMore(verbs, server);
    },
  },
} satisfies Checks;
