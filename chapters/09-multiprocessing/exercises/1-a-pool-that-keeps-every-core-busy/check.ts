import type { Checks, Running, Verbs } from "@netnotes/exercises";
import { livingIn } from "@netnotes/test-harness/leftover";

/** What no process counts to before the check is over: it would take years. */
const FOR_EVER = 10_000_000_000_000;

function answer(limit: number): string {
  const isPrime = (n: number): boolean =>
    n > 1 && !Array.from({ length: n }, (_, d) => d).some((d) => d > 1 && n % d === 0);
  return `${limit}: ${Array.from({ length: limit + 1 }, (_, n) => n).filter(isPrime).length}`;
}

/** Waits for what a program does, and says in a sentence what it is that it has not done. */
function wait<T>(what: Promise<T>, server: Running, undone: () => never): Promise<T> {
  return what.catch((error: unknown) => {
    if (server.status === undefined && /not within/.test(String(error))) undone();
    throw error;
  });
}

/** The process that has begun to count for a client, as it says itself. */
async function counting(server: Running, { fail }: Verbs, name: string): Promise<number> {
  const undone = (): never =>
    fail(`your program has not begun to count for ${name}, though a worker is free`);
  for (;;) {
    const line = server.says(/^(?:process (\d+) counts to \d+)?.*$/);
    const [, pid] = await wait(line, server, undone);
    if (Number(pid) === server.pid)
      fail(`your program counts in process ${pid}, the one that was started: not in one of a pool`);
    if (pid !== undefined) return Number(pid);
  }
}

/** Sends a signal to a process of the pool; false when it has ended, reaped or not. */
function signal(server: Running, pid: number, name: NodeJS.Signals): boolean {
  try {
    const lives = livingIn(server.pid).some((row) => row.trim().startsWith(`${pid} `));
    return lives && process.kill(pid, name);
  } catch {
    return false; // since we looked
  }
}

/** Keeps a worker busy. It is stopped then, so that it takes no processor's time from others. */
async function occupy(server: Running, verbs: Verbs, name: string): Promise<number> {
  const client = await verbs.dialUdp(server, { name });
  await client.send(String(FOR_EVER));
  const pid = await counting(server, verbs, name);
  if (!signal(server, pid, "SIGSTOP"))
    verbs.fail(`your program says that process ${pid} counts, but has no such process`);
  return pid;
}

export default {
  answers: {
    title: "answers every question, with no more processes than it was told",
    why: "To start a process costs more than many a question, and more of them than cores only take turns. A pool starts its workers once.",
    async run(verbs) {
      const { startServer, dialUdp, random, fail } = verbs;
      const server = await startServer({ args: ["--workers", "2"] });
      const client = await dialUdp(server, { name: "alice" });
      const pids = new Set<number>();
      for (let count = 1; count <= 6; count += 1) {
        const limit = random.integer(0, 300);
        await client.send(String(limit));
        await client.expect(answer(limit));
        pids.add(await counting(server, verbs, "alice"));
      }
      if (pids.size > 2)
        fail(`your program counts in ${pids.size} processes: --workers 2 means two at most`);
    },
  },

  free: {
    title: "gives the next question to whoever is free",
    why: "A process computes on one core, and some questions take a thousand times as long as others. One that waits behind a long one waits in vain while a core is idle.",
    async run(verbs) {
      const { startServer, dialUdp, random, fail } = verbs;
      const server = await startServer({ args: ["--workers", "3"] });
      await occupy(server, verbs, "alice");
      await occupy(server, verbs, "bob");
      const questions = [];
      for (const limit of random.shuffled([10, 20, 30, 40, 50, 60]))
        questions.push({ limit, client: await dialUdp(server, { name: "carol" }) });
      for (const { limit, client } of questions) await client.send(String(limit));
      for (const { limit, client } of questions) {
        await wait(client.expect(answer(limit)), server, () =>
          fail(`your program has not answered ${limit}, though one of three workers is free`),
        );
      }
    },
  },

  killed: {
    title: "replaces a worker that is killed",
    why: "A process can end without a word. Whoever started it is told by the kernel, and has to look: else each such end is a core less. The others are none the worse for it: what they count for is still to be answered.",
    async run(verbs) {
      const { startServer, dialUdp, random, fail } = verbs;
      const server = await startServer({ args: ["--workers", "2"] });
      const pids = [await occupy(server, verbs, "alice"), await occupy(server, verbs, "bob")];
      const client = await dialUdp(server, { name: "carol" });
      // First the one that was started last: who waits for the first one only won't notice.
      let [stays = 0, goes = 0] = pids.sort((a, b) => a - b);
      for (const name of ["dave", "erin"]) {
        signal(server, stays, "SIGCONT"); // it counts on
        signal(server, goes, "SIGKILL");
        const limit = random.integer(100, 200);
        await client.send(String(limit));
        await wait(client.expect(answer(limit)), server, () =>
          fail(`your program has not answered ${limit}: process ${goes} was killed, not replaced`),
        );
        await counting(server, verbs, "carol");
        const next = await occupy(server, verbs, name); // else it answers the next one, too
        if (!signal(server, stays, "SIGSTOP"))
          fail(`your program has ended ${stays} too, which nobody killed: its question is lost`);
        [goes, stays] = [stays, next];
      }
    },
  },
} satisfies Checks;
