import { setTimeout } from "node:timers/promises";
import type { Checks, Verbs } from "@netnotes/exercises";

interface Way {
  /** Datagrams of more bytes are lost. */
  readonly limit: number;
  /** How many datagrams of a size are lost before one passes. */
  readonly lost?: Readonly<Record<number, number>>;
  /** What the far side sends whenever a datagram has come, lost ones too, before it answers. */
  readonly noise?: readonly string[];
  /** How long an answer takes, in milliseconds. */
  readonly delay?: number;
  readonly timeout: number;
  readonly tries: number;
}

const OVER = "the client has ended";

/** How the program ends, having tried these sizes on this way, and all that it has sent. */
async function tried({ listenUdp, dialUdp, startClient, fail }: Verbs, sizes: number[], way: Way) {
  const far = await listenUdp({ name: "far side" });
  const witness = await dialUdp(far, { name: "witness" });
  const { limit, lost = {}, noise = [], delay, timeout, tries } = way;
  const args = ["--timeout", String(timeout), "--tries", String(tries), ...sizes.map(String)];
  const client = await startClient(far, { args });

  const seen: number[] = [];
  async function answer(): Promise<void> {
    for (;;) {
      const { bytes, from } = await far.expect(/^/);
      if (bytes.toString() === OVER) return;
      const size = bytes.length;
      seen.push(size);
      const count = seen.filter((other) => other === size).length;
      if (!sizes.includes(size)) fail(`your program sent ${size} bytes, none of the sizes`);
      if (count > tries) fail(`your program sent ${size} bytes more than ${tries} times`);
      if (delay !== undefined) await setTimeout(delay);
      for (const each of noise) await far.send(each, from);
      if (size <= limit && count > (lost[size] ?? 0)) await far.send(String(size), from);
    }
  }
  async function end() {
    const ending = await client.ended({ within: 8000 });
    await witness.send(OVER);
    return ending;
  }
  const [, ending] = await Promise.all([answer(), end()]);
  return { ...ending, seen };
}

/** The program prints this size and nothing else, and exits with 0. */
async function finds(verbs: Verbs, largest: number, sizes: number[], way: Way): Promise<void> {
  const { status, stdout, stderr } = await tried(verbs, sizes, way);
  if (status !== 0)
    verbs.fail(`your program ended with ${status}; ${largest} passes\n${stderr.trimEnd()}`);
  verbs.same("its output", stdout, `${largest}\n`);
}

export default {
  largest: {
    title: "prints the largest size that passes",
    why: "Nobody says that a datagram was too large. Its answer does not come, and that is all.",
    async run(verbs) {
      // Neither sorted, nor with the right one first or last of those that pass.
      const sizes = [576, 1472, 1232, verbs.random.integer(600, 1200)];
      const limit = verbs.random.integer(1232, 1471);
      await finds(verbs, 1232, sizes, { limit, timeout: 0.6, tries: 2 });
    },
  },

  refused: {
    title: "goes on when the system refuses a size, and comes up to the largest",
    why: "A datagram's length is counted in 16 bits, headers included: 65,507 bytes are the most over IPv4. The own system knows that, and says so at once.",
    async run(verbs) {
      const sizes = [65_508, 1472, 65_507, 70_000];
      await finds(verbs, 65_507, sizes, { limit: 65_507, timeout: 1, tries: 2 });
    },
  },

  lost: {
    title: "tries again before it takes a size for too large",
    why: "What is lost by accident looks like what is too large. The next one of that size tells them apart, if it comes through.",
    async run(verbs) {
      const way = { limit: 1500, lost: { 1472: 2 }, timeout: 0.7, tries: 3 };
      await finds(verbs, 1472, [1472, 512, 1232], way);
    },
  },

  late: {
    title: "waits for an answer as long as --timeout says",
    why: "What has not come yet may be on its way still: how long a way takes, only its user knows.",
    async run(verbs) {
      await finds(verbs, 1472, [1472], { limit: 1500, delay: 700, timeout: 20, tries: 1 });
    },
  },

  answers: {
    title: "takes each answer for the size that it names, and nothing else for one",
    why: "Answers may be late, or come twice: what comes next need not be about what was sent last. And a number that nobody asked about proves nothing, even if it begins or ends with one of the sizes.",
    async run(verbs) {
      const noNumbers = ["hello", "", "1472 bytes", " 1472\n", "1472.0", "+1472", "1_472"];
      const noise = ["512", "9000", "14720", "11472", ...noNumbers];
      await finds(verbs, 1232, [1472, 512, 1232], { limit: 1300, noise, timeout: 0.6, tries: 2 });
    },
  },

  none: {
    title: "tries each size as often as --tries says, and says so when none passes",
    why: "A way may be closed to all datagrams, by a firewall for example, and the far side may not be there.",
    async run(verbs) {
      const way = { limit: 0, timeout: 0.05, tries: verbs.random.integer(6, 9) };
      const { status, stdout, stderr, seen } = await tried(verbs, [1472, 576], way);
      verbs.same("its output", stdout, "");
      if (!/^.+\n$/.test(stderr)) verbs.fail("your program did not say one line on standard error");
      if (status !== 1) verbs.fail(`your program ended with ${status}, not with exit status 1`);
      if (seen.length < 2 * way.tries)
        verbs.fail(`your program sent ${seen.length} of ${2 * way.tries} tries before it ended`);
    },
  },
} satisfies Checks;
