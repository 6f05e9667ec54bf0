/** How every program here is spoken to: by lines on stdin, answered by lines on stdout. */
import { EOFError, input, print } from "@netnotes/stdlib/builtins";
import type { Socket } from "@netnotes/stdlib/socket";
import * as time from "@netnotes/stdlib/time";

/** Tells the address, then waits for a line: the peer has connected by then. */
export function listening(server: Socket): void {
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);
  input();
}

/** Does `work` for each line, which is a number of operations, and tells the seconds that it took. */
export function rounds(work: (operations: number) => void): void {
  for (;;) {
    const operations = nextRound();
    if (operations === undefined) return;
    const start = time.monotonic();
    work(operations);
    const seconds = time.monotonic() - start;
    print(JSON.stringify({ operations, seconds }));
  }
}

function nextRound(): number | undefined {
  try {
    return Number(input());
  } catch (error) {
    if (error instanceof EOFError) return undefined;
    throw error;
  }
}

/** What a peer sent; the end of the stream is a fault here. */
export function received(data: Buffer): Buffer {
  if (data.length === 0) throw new Error("the peer is gone");
  return data;
}
