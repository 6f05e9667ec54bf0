/** Standard input, read in large pieces: what a piece has beyond the line asked for waits here. */
import { readSome } from "../libc/console.ts";

let kept = Buffer.alloc(0);

const chunk = Buffer.allocUnsafeSlow(8192);

/** Reads a piece, waiting for it. Returns false at the end of the input. */
function more(): boolean {
  const count = readSome(0, chunk);
  kept = Buffer.concat([kept, chunk.subarray(0, count)]);
  return count > 0;
}

/** The bytes of the next line, its "\n" included; the last may lack it. None at the end of the input. */
export function nextLine(): Buffer {
  let searched = 0;
  let end = kept.indexOf(10);
  while (end === -1) {
    searched = kept.length;
    if (!more()) return rest();
    end = kept.indexOf(10, searched);
  }
  const line = kept.subarray(0, end + 1);
  kept = kept.subarray(end + 1);
  return line;
}

/** All that there is up to the end of the input. */
export function everything(): Buffer {
  while (more());
  return rest();
}

function rest(): Buffer {
  const bytes = kept;
  kept = Buffer.alloc(0);
  return bytes;
}
