/**
 * The scenes of this chapter: who starts, who says what.
 */
import type { Running, Scenes } from "@netnotes/test-harness";

/** The lines of one process, in their order. */
const lines = (count: number, line: (i: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => line(index + 1));

/**
 * Hears what several processes say at the same time: each one's lines in their order, whole and
 * none twice, and between two processes any order that there is.
 */
export async function interleaved(program: Running, ...voices: string[][]): Promise<void> {
  let waiting = voices.filter((voice) => voice.length > 0);
  while (waiting.length > 0) {
    const next = waiting.map(([line = ""]) => line.replaceAll("*", "\\*"));
    const [said] = await program.says(new RegExp(`^(?:${next.join("|")})$`));
    waiting = waiting
      .map(([line = "", ...rest]) => (line === said ? rest : [line, ...rest]))
      .filter((voice) => voice.length > 0);
  }
}

const coding = (count: number) => lines(count, (i) => `小明正在敲第${i}行代码-`);
const music = (count: number) => lines(count, (i) => `小明正在听第${i}首音乐********`);
const main = () => lines(20, (i) => `main: -------  ${i}`);

export const scenes = {
  both: {
    title: "Two processes speak at the same time; whose turn it is is nobody's decision.",
    cast: { server: "coding-music" },
    async play({ start }) {
      const program = await start("coding-music", { args: ["--pause", "0.01"] });
      await interleaved(
        program,
        lines(20, (i) => `正在敲代码----  ${i}`),
        lines(20, (i) => `正在听音乐****  ${i}`),
      );
      await program.exits(0);
    },
  },

  names: {
    title: "Four processes are named, two of them start; each has got its arguments.",
    cast: { server: "arguments" },
    async play({ start }) {
      const program = await start("arguments");
      for (const line of ["p1:Process-1", "p2:Process-2", "p11:QQ", "p22:WX"]) {
        await program.says(line);
      }
      await interleaved(program, coding(20), music(20));
      await program.exits(0);
    },
  },

  three: {
    title: "The main process counts, too: three speak at the same time.",
    cast: { server: "main-too" },
    async play({ start }) {
      const program = await start("main-too", { args: ["--pause", "0.01"] });
      await interleaved(program, main(), coding(10), music(10));
      await program.exits(0);
    },
  },

  "main-first": {
    title: "The main process counts before it starts the others: its lines come first.",
    cast: { server: "main-too" },
    async play({ start }) {
      const program = await start("main-too", { args: ["--main-first", "--pause", "0"] });
      for (const line of main()) await program.says(line);
      await interleaved(program, coding(10), music(10));
      await program.exits(0);
    },
  },

  primes: {
    title: "A client asks six questions, and two processes answer three each.",
    cast: { server: "server", client: "client" },
    async play({ start }) {
      const server = await start("server", { args: ["--workers", "2"] });
      await server.says(/^worker 1 is process \d+$/);
      await server.says(/^worker 2 is process \d+$/);
      const client = await start("client", { to: server });
      await client.says("10: 4 (worker 1)");
      await client.says("100: 25 (worker 2)");
      await client.says("1000: 168 (worker 1)");
      await client.says("10000: 1229 (worker 2)");
      await client.says("100000: 9592 (worker 1)");
      await client.says("1000000: 78498 (worker 2)");
      await client.exits(0);
      await server.says("worker 1: 3, worker 2: 3");
    },
  },
} satisfies Scenes;
