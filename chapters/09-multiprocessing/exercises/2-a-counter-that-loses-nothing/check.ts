import { setPriority } from "node:os";
import { setTimeout } from "node:timers/promises";
import type { Checks, Connection, DatagramPeer, Verbs } from "@netnotes/exercises";

const WATCHED = 150; // milliseconds, in which another process may ask too early
const MANY = 120; // tickets that each of two clients takes without a pause
const TWICE = "your program reads the number again before it is written: two have the same";

/** An office, two clients, and the store that the check plays. */
async function open({ startServer, dial, listenUdp }: Verbs, workers = 2) {
  const store = await listenUdp({ name: "store" });
  const args = ["--workers", String(workers), "--store", String(store.address.port)];
  const server = await startServer({ args });
  const enter = (name: string): Promise<Connection> => dial(server, { name });
  return { server, store, enter, alice: await enter("alice"), bob: await enter("bob") };
}

type Meanwhile = (step: "read" | "write") => unknown;

/** Plays the store for one ticket: each answer waits for what happens meanwhile. Its number. */
async function keep(store: DatagramPeer, last: number, verbs: Verbs, meanwhile?: Meanwhile) {
  await store.expect("get");
  await meanwhile?.("read");
  await store.send(String(last));
  const { bytes } = await store.expect(/^/);
  if (bytes.equals(Buffer.from("get"))) verbs.fail(TWICE);
  verbs.same("what the store hears", bytes, `set ${last + 1}`);
  await meanwhile?.("write");
  await store.send("ok");
  return last + 1;
}

/** The process that has given a client its ticket. */
async function giver(client: Connection, number: number, { same }: Verbs): Promise<number> {
  const [ticket, pid] = await client.expect(/^(?:\d+ (\d+) )?.*\n/);
  same(`the ticket of ${client.name}`, ticket, `${number} ${pid ?? "PROCESS"} ${client.name}\n`);
  return Number(pid);
}

/** Makes a process give way: when it has unlocked something, others are there before it locks it again. */
function giveWay(pid: number, { fail }: Verbs): void {
  try {
    setPriority(pid, 5);
  } catch {
    fail(`process ${pid}, which has given a ticket, does not exist, or is not yours`);
  }
}

/** Sends a name in two pieces, and returns the process that has given the ticket for it. */
async function serve(client: Connection, store: DatagramPeer, last: number, verbs: Verbs) {
  await verbs.sendApart(client, [client.name.slice(0, 2), `${client.name.slice(2)}\n`]);
  return await giver(client, await keep(store, last, verbs), verbs);
}

export default {
  shared: {
    title: "gives one row of tickets, though each client has another process",
    why: "Processes share no variables: what one of them counts, the others don't know. The number has to be where all of them find it. And so many processes as were asked for: fewer let clients wait, and more are what strangers decide.",
    async run(verbs) {
      let number = verbs.random.integer(0, 1000);
      const { server, store, enter, alice, bob } = await open(verbs, 3);
      const clients = [alice, bob, await enter("carol")];
      const pids = new Set<number>();
      for (const client of [...clients, ...clients.toReversed()])
        pids.add(await serve(client, store, number++, verbs));
      // All have somebody now. One process too many has time to ask, before alice leaves.
      const late = serve(await enter("late"), store, number++, verbs);
      const [pid] = await Promise.all([late, setTimeout(WATCHED).then(() => alice.end())]);
      pids.add(pid);
      if (pids.size !== 3 || pids.has(server.pid))
        verbs.fail(
          `your program, process ${server.pid}, was started with --workers 3; ` +
            `its clients were served by ${[...pids].join(", ")}, not by 3 others`,
        );
    },
  },

  lost: {
    title: "lets nobody read the number while another process is about to write it",
    why: "To add is to read, to add and to write. Two processes that both read before either of them writes have the same number, and one of the two tickets is lost.",
    async run(verbs) {
      const { store, alice, bob } = await open(verbs);
      let number = verbs.random.integer(0, 1000);
      // From now on both processes are there and wait for their clients.
      for (const client of [alice, bob]) await serve(client, store, number++, verbs);
      for (const watched of ["read", "write"]) {
        await alice.send("alice\n");
        number = await keep(store, number, verbs, async (step) => {
          if (step === "read") await bob.send("bob\n");
          if (step !== watched) return;
          // A right program keeps still until it is answered: these are waits that run out.
          const early = store.expect(/^/, { within: WATCHED }).then(Boolean, () => false);
          if (await early) verbs.fail(TWICE);
        });
        number = await keep(store, number, verbs);
        giveWay(await giver(alice, number - 1, verbs), verbs);
        await giver(bob, number, verbs);
      }
      // Who has the lock for the reading, and again for the writing, lets somebody in now and then.
      for (const client of [alice, bob]) await client.send(`${client.name}\n`.repeat(MANY));
      for (let count = 0; count < 2 * MANY; count += 1) number = await keep(store, number, verbs);
    },
  },

  gone: {
    title: "goes on when a client breaks off before it has its ticket",
    why: "Whatever goes wrong between taking a lock and giving it back, it has to be given back: the others would wait for ever.",
    async run(verbs) {
      const { store, enter, alice, bob } = await open(verbs);
      let number = verbs.random.integer(0, 1000);
      await alice.send("alice\n");
      number = await keep(store, number, verbs, (step) => step === "read" && alice.reset());
      await serve(bob, store, number, verbs);
      // Bob is still there: only the process that has lost alice can serve carol.
      await serve(await enter("carol"), store, number + 1, verbs);
    },
  },
} satisfies Checks;
