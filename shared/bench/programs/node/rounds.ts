/**
 * How every program here is spoken to: by lines on stdin, answered by lines on stdout.
 *
 * Between rounds it waits with the whole thread, as the other ways do. A connection that comes meanwhile
 * stays in the kernel until the round begins, and so is part of what is measured.
 */
import { readSync } from "node:fs";
import type { AddressInfo } from "node:net";

/** Tells the address, then waits for a line: the peer has connected by then. */
export function listening({ address, port }: AddressInfo): void {
  console.log(`listening on ${address}:${port}`);
  nextLine();
}

/** Does `work` for each line, which is a number of operations, and tells the seconds that it took. */
export async function rounds(work: (operations: number) => Promise<void>): Promise<never> {
  for (;;) {
    const line = nextLine();
    if (line === undefined) process.exit();
    const operations = Number(line);
    const start = performance.now();
    await work(operations);
    const seconds = (performance.now() - start) / 1000;
    console.log(JSON.stringify({ operations, seconds }));
  }
}

/** What was read of standard input beyond the last line's end. */
let unread = "";

function nextLine(): string | undefined {
  const bytes = Buffer.alloc(64);
  while (!unread.includes("\n")) {
    const count = readSync(0, bytes);
    if (count === 0) return undefined;
    unread += bytes.toString("utf8", 0, count);
  }
  const end = unread.indexOf("\n");
  const line = unread.slice(0, end);
  unread = unread.slice(end + 1);
  return line;
}

/** The end of the stream is a fault here. */
export function peerIsGone(): never {
  throw new Error("the peer is gone");
}
