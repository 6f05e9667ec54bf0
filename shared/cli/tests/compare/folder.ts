/**
 * Files in a folder of their own, and a chapter made of them.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { root } from "@netnotes/compile";
import { type Chapter, readChapter } from "@netnotes/course/chapter";
import { findProgram } from "@netnotes/course/find";
import { headerEnd } from "@netnotes/course/header";
import { onTestFinished } from "vitest";
import { type Choice, compare, type Comparison } from "../../src/compare/comparison.ts";

/** A folder with these files, gone when the test is over. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "netnotes-compare-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

const PYTHON = `"""Answers.

    pnpm chapter 77 server --python

From: S1, 端口复用
"""

import socket
from greeting import hello


def main():
    socket.ArgumentParser()

    # step open: an endpoint,
    # of the network
    s = socket.socket()

    # step bind: take an address
    # corrected: the notes took
    # another (proof taken)
    s.bind(("", 0))

    # step answer: 说一句话
    hello(s)


if __name__ == "__main__":
    main()
`;

const LITERAL = `/** Answers. */
import { ArgumentParser } from "argparse";

export function main(): void {
  new ArgumentParser();

  // step open: an endpoint,
  // of the network
  const s = socket.socket();

  // step bind: take an address
  // corrected: the notes took
  // another (proof taken)
  s.bind(["", 0]);

  // step answer: 说一句话
  s.send("a < b && \\"c\\"");
}

run(main);
`;

const NODE = `/** Answers. */
parseArgs();

// step answer: when it is asked
const answer = (s) => s.end("</pre><script>alert(1)</script>");

// steps bind open: one call does both
// corrected: the notes took
// another (proof taken)
net.createServer(answer).listen(0);
`;

/** A chapter whose one program has three steps; the node way has two of them in one, and the last one first. */
export const SMALL: Readonly<Record<string, string>> = {
  "package.json": "{}",
  "python/server.py": PYTHON,
  "python/greeting.py": "from words import HELLO\n",
  "python/words.py": "HELLO = 1\n",
  "python/other.py": "",
  "literal/server.ts": LITERAL,
  "node/server.ts": NODE,
  "proofs/taken.ts": "/** Who has an address. */\n",
};

/** Compares the one program of a chapter with these files. */
export function compared(files = SMALL, choice: Choice = {}): Comparison {
  const inFolder = Object.entries(files).map(([name, text]) => [`77-small/${name}`, text] as const);
  const chapter: Chapter = readChapter(join(folderWith(Object.fromEntries(inFolder)), "77-small"));
  return compare(chapter, findProgram(chapter, "server"), choice);
}

/** `12 code` for each line of a file, without its leading comment and empty lines. */
export function codeOfFile(path: string): string[] {
  const source = readFileSync(join(root, path), "utf8");
  return source.split("\n").flatMap((line, at) => {
    const counts = at >= headerEnd(source) && line.trim() !== "";
    return counts ? [`${at + 1} ${line}`] : [];
  });
}
