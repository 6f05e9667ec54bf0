/**
 * Saves the body of an answer: Node's parser knows where it ends.
 *
 * See also RFC 9112, section 8 (incomplete messages).
 */
import { closeSync, openSync, renameSync, writeFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { finished } from "node:stream/promises";
import { Damaged } from "./response.ts";

/** Returns its size. If it ends early, NAME.part has what came. */
export async function saveBody(response: IncomingMessage, name: string) {
  const part = `${name}.part`;
  let size = 0;
  const { "transfer-encoding": coding, "content-length": length } =
    response.headers;
  if (coding && coding.toLowerCase() !== "chunked") {
    throw new Damaged(`this Transfer-Encoding can't be read: ${coding}`);
  }
  const file = openSync(part, "w");
  // At once: what waits in a stream when the connection breaks is lost.
  response.on("data", (piece: Buffer) => {
    writeFileSync(file, piece);
    size += piece.length;
  });
  try {
    await finished(response);
  } catch (error) {
    const why = length
      ? `the body ends early, after ${size} of ${length} bytes`
      : coding
        ? "the chunks end early, or are none"
        : (error as Error).message;
    throw new Damaged(`${why}; ${size} bytes are in ${part}`);
  } finally {
    closeSync(file);
  }
  renameSync(part, name);
  return size;
}

/** What says where the body ends. */
export function endingOf(response: IncomingMessage): string {
  const { "transfer-encoding": coding, "content-length": length } =
    response.headers;
  if (coding) return "the last chunk says that it is all";
  if (length) return "Content-Length says that it is all";
  return "nothing says whether it is all";
}
