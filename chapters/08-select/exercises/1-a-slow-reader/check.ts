import { existsSync, readdirSync, readFileSync } from "node:fs";
import { setImmediate, setTimeout } from "node:timers/promises";
import type { Checks, Connection, Running, Verbs } from "@netnotes/exercises";

const MUCH = 16 * 1024 * 1024; // bytes: far more than a megabyte, and than all buffers of a slow client

async function isServed(client: Connection, word: string | Uint8Array): Promise<void> {
  await client.send(word);
  await client.expect(word);
}

/** How often a program has gone to sleep. Only Linux tells: proc_pid_status(5). */
const sleeps = ({ pid }: Running, file = `/proc/${pid}/status`): number =>
  Number(/^vol\w+:\s*(\d+)/m.exec(existsSync(file) ? readFileSync(file, "latin1") : "")?.[1] ?? 0);

/** What a call that must not wait returns; undefined when it would have to. */
function unlessFull<T>(call: () => T, fail: Verbs["fail"]): T | undefined {
  try {
    return call();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EAGAIN") fail(`your program has broken off with the slow client (${code})`);
  }
}

/** Sends until nothing moves: small segments and a small window keep the program's buffer small. tcp(7) */
async function slowly(to: Running, text: Buffer, { rests, fail }: Pick<Verbs, "rests" | "fail">) {
  const socket = await import("@netnotes/stdlib/socket");
  const slow = socket.socket();
  slow.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, 88);
  slow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1);
  slow.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 65_536);
  slow.connect([to.address.host ?? "", to.address.port ?? 0]);
  slow.setblocking(false);
  let [sent, enough] = [0, false];
  const sending = (async () => {
    for (; !enough; await setTimeout(1))
      sent += unlessFull(() => slow.send(text.subarray(sent, sent + 65_536)), fail) ?? 0;
  })();
  await Promise.race([rests(to, () => sent), sending]).finally(() => (enough = true));
  return { slow, sent };
}

export default {
  echo: {
    title: "sends each client back its own, whoever is silent, and sleeps when all are",
    why: "One call waits for all of them. The end of what a client says is not the end of what it shall hear, but when it has heard all it is closed, whichever comes first; and an idle one is always writable, so that a loop that asks never sleeps.",
    async run({ startServer, dial, random, rests, fail }) {
      const server = await startServer();
      const idle = await dial(server, { name: "idle" });
      await isServed(idle, random.text(6));
      const fds = (at = `/proc/${server.pid}/fd`) => (existsSync(at) ? readdirSync(at).length : 0);
      const before = fds();
      const clients = await Promise.all(Array.from("ABCD", (name) => dial(server, { name })));
      for (const client of clients.toReversed()) await isServed(client, random.bytes(9));
      clients.pop()?.reset();
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
      await rests(server, () => sleeps(server)); // nor does it wake up now and then
      await isServed(idle, random.text(6));
      if (fds() > before) fail("your program has left descriptors of its clients open");
      idle.end(); // when it is owed nothing
      await idle.expectEnd();
    },
  },

  slow: {
    title: "serves the others while one client takes nothing, and loses nothing of that one's",
    why: "send takes what there is room for, and waits for room if it may: and all the others with it. Writable is a socket with some room, not with enough. (The kernel keeps only little for this client.)",
    async run({ startServer, dial, random, rests, same, fail }) {
      const server = await startServer();
      const text = Buffer.from(random.text(50_021).repeat(20));
      const { slow, sent } = await slowly(server, text, { rests, fail });
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
      await isServed(other, random.text(6)).catch((error: Error) => {
        if (!error.message.includes("not within")) throw error;
        fail("your program lets another client wait while the slow one does not read");
      });
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
      const { slow, sent } = await slowly(server, Buffer.alloc(MUCH, "slow"), { rests, fail });
      if (sent === MUCH) fail("your program has read 16 MiB from a client that takes nothing back");
      slow.close(); // with unread bytes: a reset
      await isServed(await dial(server, { name: "other" }), random.text(6));
      await rests(server);
    },
  },
} satisfies Checks;
