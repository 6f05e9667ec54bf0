import { setImmediate, setTimeout } from "node:timers/promises";
import type { Checks, Connection, Running, Verbs } from "@netnotes/exercises";

const MUCH = 48 * 1024 * 1024; // bytes: more than all buffers of a connection hold, on both sides

async function isServed(client: Connection, word: string | Uint8Array): Promise<void> {
  await client.send(word);
  await client.expect(word);
}

/** A client whose segments and window are small, and so the program's buffer for it. tcp(7) */
async function withSmallBuffers({ address }: Running) {
  const socket = await import("@netnotes/stdlib/socket");
  const client = socket.socket();
  client.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, 88);
  client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1);
  client.connect([address.host ?? "", address.port ?? 0]);
  client.setblocking(false);
  return client;
}

/** What a call that must not wait returns; undefined when it would have to. */
function unlessFull<T>(call: () => T, fail: Verbs["fail"]): T | undefined {
  try {
    return call();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EAGAIN") fail(`your program has broken off with the slow client (${code})`);
  }
}

export default {
  echo: {
    title: "sends each client back its own, whoever is silent, and sleeps when all are",
    why: "One call waits for all of them. The end of what a client says is not the end of what it shall hear, but when it has heard all it is closed, whichever comes first; and an idle one is always writable, so that a loop that asks never sleeps.",
    async run({ startServer, dial, random, rests }) {
      const server = await startServer();
      const clients = await Promise.all(["A", "B", "C"].map((name) => dial(server, { name })));
      for (const client of clients.toReversed()) await isServed(client, random.bytes(9));
      for (const client of clients) {
        // Stopped, the program finds the last word and the end at the same time.
        const word = random.text(6);
        await server.whileStopped(async () => {
          await client.send(word);
          client.end();
          for (let turns = 0; turns < 3; turns += 1) await setImmediate(); // Node ends it later
        });
        await client.expect(word);
        await client.expectEnd();
      }
      const idle = await dial(server, { name: "idle" });
      await isServed(idle, random.text(6));
      await rests(server);
      idle.end(); // when it is owed nothing
      await idle.expectEnd();
    },
  },

  slow: {
    title: "serves the others while one client takes nothing, and loses nothing of that one's",
    why: "send takes what there is room for, and waits for room if it may: and all the others with it. Writable is a socket with some room, not with enough. (The kernel keeps only little for this client.)",
    async run({ startServer, dial, random, rests, same, fail }) {
      const server = await startServer();
      const slow = await withSmallBuffers(server);
      const text = Buffer.from(random.text(50_021).repeat(20));
      let [sent, enough] = [0, false];
      const sending = (async () => {
        for (; !enough; await setTimeout(1))
          sent += unlessFull(() => slow.send(text.subarray(sent, sent + 65_536)), fail) ?? 0;
      })();
      await Promise.race([rests(server, () => sent), sending]).finally(() => (enough = true));
      const back: Buffer[] = [];
      const takes = async (pieces: number) => {
        const end = performance.now() + 5000;
        while (back.length < pieces && back.at(-1)?.length !== 0) {
          const data = unlessFull(() => slow.recv(65_536), fail);
          if (data) back.push(data);
          else if (performance.now() > end) fail("the slow client gets neither more nor the end");
          else await setTimeout(1);
        }
      };
      const other = await dial(server, { name: "other" });
      await isServed(other, random.text(6));
      await takes(32); // there is room again, though not for all
      await rests(server);
      await isServed(other, random.text(6));
      slow.shutdown(1);
      await takes(Infinity);
      slow.close();
      same("what the slow client read", Buffer.concat(back), text.subarray(0, sent));
    },
  },

  pressure: {
    title: "stops reading a client that takes nothing, and survives its end",
    why: "What your program reads and can't get rid of fills its memory. Left unread it stays in the kernel, and when that is full, with the client, whose send waits.",
    async run({ startServer, dial, random, rests, fail }) {
      const server = await startServer();
      const other = await dial(server, { name: "other" });
      const slow = await dial(server, { name: "slow", ahead: 0 });
      const piece = random.text(50_021);
      let [sent, enough] = [0, false];
      const sending = (async () => {
        for (; !enough && sent < MUCH; sent += piece.length) await slow.send(piece);
      })();
      sending.catch(() => {}); // it is awaited below
      await rests(server, () => sent);
      if (sent >= MUCH) fail("your program has read 48 MiB from a client that takes nothing back");
      enough = true;
      slow.reset();
      await sending;
      await isServed(other, random.text(6));
      await rests(server);
    },
  },
} satisfies Checks;
