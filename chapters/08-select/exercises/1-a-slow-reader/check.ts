import type { Checks, Connection, Running, Verbs } from "@netnotes/exercises";

/** In bytes: more than the kernel holds for one connection, in all buffers of both its sides. */
const MUCH = 48 * 1024 * 1024;

/**
 * Sends on and on and reads nothing, until the program sleeps; at most MUCH. The last piece may then
 * still be on its way: `sending` tells.
 */
async function flood({ rests, random }: Verbs, server: Running, slow: Connection) {
  const piece = random.text(50_021); // no power of two: what is lost or comes twice shows
  let sent = 0;
  let enough = false;
  const sending = (async () => {
    for (; !enough && sent * piece.length < MUCH; sent += 1) await slow.send(piece);
  })();
  sending.catch(() => {}); // whoever awaits it is told
  await rests(server, () => sent);
  enough = true;
  const whole = sent * piece.length >= MUCH;
  return { piece, pieces: whole ? sent : sent + 1, whole, sending };
}

async function isServed(client: Connection, word: string): Promise<void> {
  await client.send(word);
  await client.expect(word);
}

export default {
  echo: {
    title: "sends each client back its own, whoever is silent, and closes when it has ended",
    why: "One call waits for all of them, so that nobody waits for another. And the end of what a client says is not the end of what it shall hear.",
    async run({ startServer, dial, random }) {
      const server = await startServer();
      const clients = [];
      for (const name of ["first", "second", "third"]) clients.push(await dial(server, { name }));
      for (const client of clients.toReversed()) await isServed(client, random.text(6));
      for (const client of clients) {
        // Stopped, the program finds the last word and the end at the same time.
        const word = random.text(6);
        server.signal("SIGSTOP");
        await client.send(word);
        client.end();
        server.signal("SIGCONT");
        await client.expect(word);
        await client.expectEnd();
      }
    },
  },

  slow: {
    title: "serves the others while one client takes nothing, and loses nothing of that one's",
    why: "send waits until there is room, and all the others with it. What does not fit has to wait in your program, until select says that its client takes more.",
    async run(verbs) {
      const { startServer, dial, random } = verbs;
      const server = await startServer();
      const slow = await dial(server, { name: "slow", ahead: 0 });
      const { piece, pieces, sending } = await flood(verbs, server, slow);
      const other = await dial(server, { name: "other" });
      await isServed(other, random.text(6));
      await isServed(other, random.text(9));
      slow.end();
      for (let count = 0; count < pieces; count += 1) await slow.expect(piece);
      await sending;
      await slow.expectEnd();
      await isServed(other, random.text(3));
    },
  },

  pressure: {
    title: "stops reading a client that takes nothing, and survives its end",
    why: "What your program reads and can't get rid of fills its memory. Left unread it stays in the kernel, and when that is full, with the client, whose send waits.",
    async run(verbs) {
      const { startServer, dial, random, rests, fail } = verbs;
      const server = await startServer();
      const other = await dial(server, { name: "other" });
      const slow = await dial(server, { name: "slow", ahead: 0 });
      const { whole, sending } = await flood(verbs, server, slow);
      if (whole) fail("your program has read 48 MiB from a client that takes nothing back");
      slow.reset();
      await sending;
      await isServed(other, random.text(6));
      await rests(server);
    },
  },

  sleep: {
    title: "sleeps while there is nothing to do",
    why: "select tells what is so, each time anew: an idle connection is always writable, and one that has ended always readable. A loop that asks for either never waits, and takes a whole processor.",
    async run({ startServer, dial, random, rests }) {
      const server = await startServer();
      const idle = await dial(server, { name: "idle" });
      await isServed(idle, random.text(5));
      const gone = await dial(server, { name: "gone" });
      await isServed(gone, random.text(5));
      gone.end();
      await gone.expectEnd();
      gone.close();
      await rests(server);
      await isServed(idle, random.text(5));
    },
  },
} satisfies Checks;
