import { expect, test } from "vitest";
import { chapter } from "./bin.ts";

/** What was typed, and what the answer must say. */
const WRONG: [typed: string, ...answer: string[]][] = [
  ["77", "there is no chapter 77", "There are: 01-sockets"],
  ["sokets", "did you mean 01-sockets?"],
  ["77 server", "there is no chapter 77"],
  ["01 srver", "there is no program srver; did you mean server?", "There are: server, client"],
  ["01 serv", "there is no program serv"],
  ["01 prof", "did you mean proof?"],
  ["01 proof backlg", "there is no proof backlg; did you mean backlog?"],
  ["01 proof backlog --node", "a proof has no ways: leave --node out"],
  ["01 proof backlog states", "one proof at a time, and without arguments: leave states out"],
  ["01 demo greting", "there is no scene greting; did you mean greeting?", "There are: greeting, "],
  ["01 demo --server perl", "there is no way perl", "There are: python, literal, node"],
  ["01 demo --node --python", "--python and --node contradict each other"],
  ["01 demo --colour", "Unknown option '--colour': see pnpm chapter --help"],
  ["01 demo greeting chat", "one scene at a time: greeting, or chat"],
  ["01 server --node --python", "--node and --python contradict each other"],
  ["01 server --literal --node", "--literal and --node contradict each other"],
  ["--frobnicate", "there is no --frobnicate here", "--help"],
  ["01 --node", "which program? For example: pnpm chapter 01 server --node"],
];

test.each(WRONG)("chapter %s: what there is, and exit status 2", (typed, ...answer) => {
  const { status, stdout, stderr } = chapter(typed.split(" "));
  for (const words of answer) expect(stderr).toContain(words);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stdout).toBe("");
  expect(status).toBe(2);
});

test("--trace for a way that we can't trace names the command that can, as it stands", () => {
  const { status, stderr } = chapter(["01", "server", "--trace", "--node", "--port", "0"]);
  expect(stderr).toContain(
    "strace -f -e trace=network node shared/course/run.cjs chapters/01-sockets/node/server.ts --port 0\n",
  );
  expect(status).toBe(2);
});
