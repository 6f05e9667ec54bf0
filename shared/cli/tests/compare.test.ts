import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { stripVTControlCharacters } from "node:util";
import { root } from "@netnotes/compile";
import { python, SKIPPED } from "@netnotes/test-harness/python";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { main } from "../src/compare.ts";
import { compare, NEUTRAL, pathOf } from "./bin.ts";
import { folderWith } from "./compare/folder.ts";

const ESCAPE = "\u001b";

/** What the command says, without a process of its own. */
async function said(words: readonly string[]) {
  const result = { stdout: "", stderr: "" };
  const spies = (["stdout", "stderr"] as const).map((stream) =>
    vi.spyOn(process[stream], "write").mockImplementation((text) => {
      result[stream] += stripVTControlCharacters(String(text));
      return true;
    }),
  );
  onTestFinished(() => (process.exitCode = undefined));
  try {
    await main(words);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return { status: process.exitCode, ...result };
}

test("lists what can be compared, of all chapters or of one", async () => {
  const { stdout: all } = await said([]);
  expect(all).toMatch(/^ {2}05 {2}udp +server, client, tcp-and-udp-server$/m);
  const { stdout: one } = await said(["udp"]);
  expect(one).toMatch(/05 UDP\n {2}server +python literal node {2}Says hello/);
});

test("--help shows the options", async () => {
  const { stdout } = await said(["--help"]);
  expect(stdout).toMatch(/--ways python,node [^]*--html FILE [^]*--notes DIR /);
});

test("piped: plain, one way below the other, from every folder", () => {
  const cwd = join(root, "chapters/05-udp");
  const { status, stdout, stderr } = compare(["5", "server"], { cwd });
  expect(stdout).not.toContain(ESCAPE);
  expect(stdout).toMatch(/\nstep bind\n─ python ─+\n[^]*\n─ literal ─+\n[^]*\n─ node ─+\n/);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});

test("is coloured when asked to be", () => {
  const { stdout } = compare(["05", "server", "--step", "bind"], { env: { FORCE_COLOR: "1" } });
  expect(stdout).toContain(ESCAPE);
});

test("--ways, --step and --width choose", async () => {
  const typed = "05 server --ways node,python --step bind --width 120";
  const { stdout } = await said(typed.split(" "));
  expect(stdout).toMatch(/^─ node ─+┬── python ─+$/m);
  expect(stdout).not.toMatch(/literal|step socket/);
});

test("the README's example is what is said", async () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const [, words = "", example] = /^\$ pnpm compare (.*)\n([^]*?)```/m.exec(readme) ?? [];
  const { stdout } = await said([...words.split(" "), "--width", "100"]);
  expect(stdout.replaceAll("npx chapter", "pnpm chapter")).toBe(example);
});

test("--html writes a page, or says it", async () => {
  const file = join(folderWith({}), "page.html");
  const { stdout } = await said(["05", "server", "--html", file]);
  expect(stdout).toBe(`wrote ${file}: open it in a browser\n`);
  const { stdout: page } = await said(["05", "server", "--html", "-"]);
  expect(page).toBe(readFileSync(file, "utf8"));
});

test("--notes puts the reader's own note above", async () => {
  const folder = folderWith({ "s2.txt": "客户端\n服务器\n(7)UDP编程演示\nours to read\n" });
  const { stdout } = await said(["05", "server", "--notes", folder, "--width", "80"]);
  expect(stdout).toMatch(
    /^the notes: S2, UDP编程演示 \(s2\.txt\)\n─+\n.*\nours to read\n\n05 server/,
  );
});

/** What was typed, the exit status, and what the answer must say. */
const WRONG: [typed: string, status: number, ...answer: string[]][] = [
  ["77 server", 2, "there is no chapter 77", "There are: 01-sockets"],
  ["05 srver", 2, "did you mean server?", "There are: server, client, tcp-and-udp-server\n"],
  ["05 server --step bnd", 2, "there is no step bnd; did you mean bind?", "There are: lookup, "],
  ["05 server --ways python,nod", 2, "there is no way nod; did you mean node?"],
  [
    "08 poll-server --ways node",
    2,
    "has no node way: the event loop",
    "There are: python, literal",
  ],
  ["05 server client", 2, "one program at a time: server, or client"],
  ["05 server --node", 2, "the ways are chosen by name: --ways node"],
  ["05 --step bind", 2, "which program? For example: ", "compare 05 server"],
  ["05 server --colour", 2, "Unknown option '--colour': see "],
  ["05 server --width 12", 2, "--width is in columns, 40 or more, not 12"],
  [
    "05 server --html /nowhere/a.html",
    1,
    "--html: ENOENT /nowhere/a.html: there is no such folder",
  ],
  ["05 server --html .", 1, "--html: EISDIR .: that is a folder: name a file in it"],
  ["05 server --html=", 2, "--html needs a file"],
  ["05 server --notes=", 2, "--notes needs a folder"],
  ["05 server --width=", 2, '--width is in columns, 40 or more, not ""'],
  ["05 server --notes /nowhere", 1, "--notes: ENOENT /nowhere: there is no such folder"],
];

test.each(WRONG)("compare %s: exit status %i, and why", async (typed, expected, ...answer) => {
  const { status, stdout, stderr } = await said(typed.split(" "));
  for (const words of answer) expect(stderr).toContain(words);
  expect({ status, stdout }).toEqual({ status: expected, stdout: "" });
});

test("a reader that leaves early is no error", async () => {
  const child = spawn(process.execPath, [pathOf("compare"), "05", "server"], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout.destroy();
  const [complaint, [status]] = await Promise.all([text(child.stderr), once(child, "exit")]);
  expect({ complaint, status }).toEqual({ complaint: "", status: 0 });
});

const canTry = process.platform !== "win32" && (python() !== undefined || "CI" in process.env);
if (!canTry) console.log(`skipped: the pager needs a terminal, which python3 makes. ${SKIPPED}`);
describe.skipIf(!canTry)("at a terminal", () => {
  /** What is seen there; a terminal of 24 lines and 80 columns. */
  function seen(args: readonly string[], env: Readonly<Record<string, string>>): string {
    const inTerminal = "import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) >> 8)";
    const command = [process.execPath, pathOf("compare"), ...args];
    const { status, stdout, stderr } = spawnSync("python3", ["-c", inTerminal, ...command], {
      input: "",
      env: { ...NEUTRAL, TERM: "xterm", ...env },
      encoding: "utf8",
      timeout: 20_000,
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    return stdout;
  }

  test("a pager shows what is longer than the screen, and may leave early", () => {
    const screen = seen(["05", "server"], { PAGER: "sed -e 's/^/paged: /' -e 3q" });
    expect(screen.split("\r\n")).toEqual([
      expect.stringMatching(/^paged: .*05 server: /),
      "paged: ",
      expect.stringMatching(/^paged: .*python/),
      "",
    ]);
  });

  test("what is short, or has no pager, is shown as it is", () => {
    const env = { PAGER: "sed s/^/paged:/" };
    const short = seen(["05", "server", "--step", "bind", "--ways", "node"], env);
    expect(short).toContain("05 server: ");
    expect(short).not.toContain("paged:");
    const plain = seen(["05", "server"], { PAGER: "no-such-pager", NO_COLOR: "1" });
    expect(plain).toContain("after the last step");
    expect(plain).not.toContain(ESCAPE);
  });
});
