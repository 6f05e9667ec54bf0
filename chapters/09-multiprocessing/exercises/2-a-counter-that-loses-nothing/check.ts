import { setPriority } from "node:os";
import type { Checks, Connection, DatagramPeer, Verbs } from "@netnotes/exercises";

const WATCHED = 150; // milliseconds, in which a second process may ask too early
const MANY = 120; // tickets that each of two clients takes without a pause
const TWICE = "your program reads the number again before it is written: two have the same";

/** An office with two processes and two clients, and the store that the check plays. */
async function open({ startServer, dial, listenUdp }: Verbs) {
  const store = await listenUdp({ name: "store" });
  const args = ["--workers", "2", "--store", String(store.address.port)];
  const server = await startServer({ args });
  const alice = await dial(server, { name: "alice" });
  const bob = await dial(server, { name: "bob" });
  return { server, store, alice, bob };
}

/** Plays the store for one ticket, and returns its number. */
async function keep(store: DatagramPeer, last: number, verbs: Verbs): Promise<number> {
  await store.expect("get");
  const number = await answer(store, last, verbs);
  await store.send("ok");
  return number;
}

/** Answers who has asked, and hears the next number. */
async function answer(store: DatagramPeer, last: number, verbs: Verbs): Promise<number> {
  await store.send(String(last));
  const { bytes } = await store.expect(/^/);
  if (bytes.equals(Buffer.from("get"))) verbs.fail(TWICE);
  verbs.same("what the store hears", bytes, `set ${last + 1}`);
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

/** Gives a client its ticket, and returns the process that has given it. */
async function serve(client: Connection, store: DatagramPeer, last: number, verbs: Verbs) {
  await client.send(`${client.name}\n`);
  return await giver(client, await keep(store, last, verbs), verbs);
}

export default {
  shared: {
    title: "gives one row of tickets, though each client has another process",
    why: "Processes share no variables: what one of them counts, the others don't know. The number has to be where all of them find it.",
    async run(verbs) {
      const { server, store, alice, bob } = await open(verbs);
      let number = verbs.random.integer(0, 1000);
      const pids: number[] = [];
      for (const client of [alice, bob, bob, alice])
        pids.push(await serve(client, store, number++, verbs));
      if (pids[0] === pids[1] || pids.includes(server.pid))
        verbs.fail(`alice is served in process ${pids[0]}, bob in ${pids[1]}, not in two others`);
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
      // A right program keeps still until it is answered: these are waits that run out.
      const watch = async (): Promise<void> => {
        const early = store.expect(/^/, { within: WATCHED }).then(Boolean, () => false);
        if (await early) verbs.fail(TWICE);
      };
      for (const step of ["read", "write"]) {
        await alice.send("alice\n");
        await store.expect("get");
        await bob.send("bob\n");
        if (step === "read") await watch();
        number = await answer(store, number, verbs);
        if (step === "write") await watch();
        await store.send("ok");
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
      const { server, store, alice, bob } = await open(verbs);
      let number = verbs.random.integer(0, 1000);
      await alice.send("alice\n");
      await store.expect("get");
      alice.reset();
      number = await answer(store, number, verbs);
      await store.send("ok");
      await serve(bob, store, number, verbs);
      // Bob is still there: only the process that has lost alice can serve carol.
      await serve(await verbs.dial(server, { name: "carol" }), store, number + 1, verbs);
    },
  },
} satisfies Checks;
