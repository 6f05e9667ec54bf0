import { existsSync, readdirSync, readFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import type { Checks, Connection, Running, Verbs } from "@netnotes/exercises";

/** How often a program has gone to sleep. Only Linux tells: proc_pid_status(5). */
const sleeps = ({ pid }: Running, file = `/proc/${pid}/status`): number =>
  Number(/^vol\w+:\s*(\d+)/m.exec(existsSync(file) ? readFileSync(file, "latin1") : "")?.[1] ?? 0);

/** Does something again and again until the client is told that it is late, and is closed. */
async function untilTold(client: Connection, act: () => Promise<void>): Promise<void> {
  let over = false;
  const told = client.expect("too late\n").finally(() => (over = true));
  told.catch(() => {}); // it is awaited below
  while (!over) await act();
  await told;
  await client.expectOver();
}

/**
 * A client comes, and says a part of its name, or nothing yet.
 * @returns lets it say the rest, and tells whether it was greeted; where this machine was too slow, it need not be
 */
async function comes(server: Running, { dial, random, same }: Verbs, time: number, early: string) {
  const [name, began] = [random.text(5), performance.now()];
  const client = await dial(server, { name: "in time" });
  if (early !== "") await client.send(early);
  return async (): Promise<boolean> => {
    await client.send(`${name}\n`);
    const [told] = await client.expect(/^.*\n/);
    if (told === "too late\n" && performance.now() - began > time * 1000) return false;
    const what = `what a client is told that said its name within its ${time} s`;
    same(what, told, `Hello, ${early}${name}!\n`);
    await client.expectEnd();
    return true;
  };
}

/** A client is in time, though silent for a moment; if this machine was too slow, another one, after some quiet. */
async function isGreeted(server: Running, verbs: Verbs, time: number): Promise<void> {
  for (; ; await setTimeout(time * 1100)) {
    const finish = await comes(server, verbs, time, "");
    await setTimeout(100);
    if (await finish()) return;
  }
}

export default {
  answers: {
    title: "greets each client as soon as its line is whole, whoever is silent",
    why: "One call waits for all of them. A line ends with its newline, however many reads it takes; and who ends before it has asked for nothing.",
    async run({ startServer, dial, random, rests, sendApart, fail }) {
      const server = await startServer({ args: ["--timeout", "60"] });
      const fds = (at = `/proc/${server.pid}/fd`) => (existsSync(at) ? readdirSync(at).length : 0);
      await dial(server, { name: "silent" });
      await rests(server);
      const before = fds();
      const clients = await Promise.all(["A", "B", "C"].map((name) => dial(server, { name })));
      (await dial(server, { name: "broken" })).reset();
      for (const client of clients.toReversed()) {
        const name = `${random.text(2)}你`;
        await sendApart(client, [...random.pieces(name, 5), "\nlin"]); // byte by byte
        await client.expect(`Hello, ${name}!\n`);
        await client.expectOver(); // a reset where "lin" is unread
        client.close();
      }
      const half = await dial(server, { name: "half a line" });
      await half.send(random.text(3));
      half.end();
      await half.expectEnd();
      await rests(server);
      if (fds() > before) fail("your program has left descriptors of its clients open");
    },
  },

  silent: {
    title: "ends a client that says nothing when its time is up, and then sleeps",
    why: "Nothing comes that could wake a loop which waits for something to come: select has to be told when to stop waiting; and when there is nobody, to wait as long as it takes. And a part of a second is a time, too: here --timeout is 0.9.",
    async run(verbs) {
      const server = await verbs.startServer({ args: ["--timeout", "0.9"] });
      const silent = await verbs.dial(server, { name: "silent" });
      await silent.expect("too late\n");
      await silent.expectEnd();
      await isGreeted(server, verbs, 0.9);
      await verbs.rests(server, () => sleeps(server)); // nor does it wake up now and then
    },
  },

  drip: {
    title: "ends a client that says a letter now and then, but never all",
    why: "A timeout for each read begins anew with every byte: one byte in time, again and again, keeps the server for ever. The deadline is for the whole request.",
    async run({ startServer, dial, random }) {
      const drip = await dial(await startServer({ args: ["--timeout", "1"] }), { name: "drip" });
      await untilTold(drip, () => drip.send(random.text(1)).then(() => setTimeout(50)));
    },
  },

  each: {
    title: "gives each client a time of its own, from when it comes, whatever the others do",
    why: "Others come and go, and each of them wakes select: a wait that starts anew each time never ends. And when one is late, the others still have some of their time left. It counts from when a client has come, not from when the wait for it began.",
    async run(verbs) {
      const { startServer, dial, random, rests } = verbs;
      const start = () => startServer({ args: ["--timeout", "1"] });
      const [server, idle] = await Promise.all([start(), start()]);
      await rests(idle); // from now on nobody comes there
      const silent = await dial(server, { name: "silent" });
      const begin = () => comes(server, verbs, 1, random.text(3));
      // Whenever the silent one is late, another one is there, and is not.
      let finish = await begin();
      await untilTold(silent, async () => {
        await setTimeout(280); // not at the moment when that one is late
        const next = await begin();
        await finish();
        finish = next;
      });
      await finish();
      // For longer than its timeout nobody has come there: that is no client's time.
      await isGreeted(idle, verbs, 1);
    },
  },
} satisfies Checks;
