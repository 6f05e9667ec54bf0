/**
 * Reads the body of an answer, by length, by chunks or to the end, and saves it.
 *
 * See also RFC 9112, section 7.
 */
import * as fs from "node:fs";
import { b, OSError } from "@netnotes/stdlib/builtins";
import type { Reader } from "./reader.ts";
import { Damaged, linesOf, type Response } from "./response.ts";

/** A chunk's size, in hexadecimal, and extensions that nobody uses. */
const CHUNK_LINE = /^([0-9A-Fa-f]{1,12})[ \t]*(?:;.*)?\r\n$/;

/** Returns its size. If it ends early, NAME.part has what came. */
export function saveBody(
  reader: Reader,
  response: Response,
  name: string,
): number {
  const part = `${name}.part`;
  let size = 0;
  const file = fs.openSync(part, "w");
  try {
    for (const piece of body(reader, response)) {
      fs.writeFileSync(file, piece);
      size += piece.length;
    }
  } catch (error) {
    if (!(error instanceof Damaged || error instanceof OSError)) throw error;
    throw new Damaged(`${error.message}; ${size} bytes are in ${part}`);
  } finally {
    fs.closeSync(file);
  }
  fs.renameSync(part, name);
  return size;
}

/** The body, piece by piece. */
export function* body(reader: Reader, response: Response): Generator<Buffer> {
  if (response.chunked) {
    yield* chunks(reader);
  } else if (response.length !== null) {
    yield* counted(reader, response.length, "body");
  } else {
    let piece: Buffer;
    while ((piece = reader.some(16384)).length > 0) yield piece;
  }
}

/** The content of the chunks; what may follow the last one is read past. */
function* chunks(reader: Reader): Generator<Buffer> {
  for (;;) {
    const found = CHUNK_LINE.exec(reader.line(4096).toString("latin1"));
    if (!found) break;
    const size = Number.parseInt(found[1] ?? "", 16);
    if (size === 0) return void linesOf(reader, "trailer");
    yield* counted(reader, size, "chunk");
    if (!reader.line(2).equals(b`\r\n`)) break;
  }
  throw new Damaged("the chunks end early, or are none");
}

/** So many bytes, in pieces. */
function* counted(
  reader: Reader,
  size: number,
  what: string,
): Generator<Buffer> {
  for (let left = size; left > 0;) {
    const piece = reader.some(left);
    if (piece.length === 0) {
      const came = size - left;
      throw new Damaged(
        `the ${what} ends early, after ${came} of ${size} bytes`,
      );
    }
    left -= piece.length;
    yield piece;
  }
}
