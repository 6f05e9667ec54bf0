/** Standard input, read in large pieces: what a piece has beyond the line asked for waits here. */
import { readSome } from "../libc/console.ts";
import { ByteQueue } from "./byte-queue.ts";

const kept = new ByteQueue();

const chunk = Buffer.allocUnsafeSlow(8192);

/** Reads a piece, waiting for it. Returns false at the end of the input. */
function more(): boolean {
  const count = readSome(0, chunk);
  kept.add(Buffer.from(chunk.subarray(0, count)));
  return count > 0;
}

/** The bytes of the next line, its "\n" included; the last may lack it. None at the end of the input. */
export function nextLine(): Buffer {
  let length = kept.lineLength();
  while (length === 0 && more()) length = kept.lineLength();
  return kept.take(length || kept.length);
}

/** All that there is up to the end of the input. */
export function everything(): Buffer {
  while (more());
  return kept.take(kept.length);
}
