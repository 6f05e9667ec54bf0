/**
 * Saves the body of an answer: Node's parser knows where it ends.
 *
 * See also RFC 9112, section 8 (incomplete messages).
 */
import { closeSync, openSync, renameSync, writeFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { finished } from "node:stream/promises";
import { Damaged } from "./response.ts";

/** Statuses of answers that have no body, whatever their fields say. */
const EMPTY = [204, 304];

/** Returns its size. If it ends early, NAME.part has what came. */
export async function saveBody(response: IncomingMessage, name: string) {
  const part = `${name}.part`;
  let size = 0;
  const coding = response.headers["transfer-encoding"];
  const empty = EMPTY.includes(response.statusCode ?? 0);
  if (coding && coding.toLowerCase() !== "chunked" && !empty) {
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
    const why = reasonOf(error as NodeJS.ErrnoException, size, response);
    throw new Damaged(`${why}; ${size} bytes are in ${part}`);
  } finally {
    closeSync(file);
  }
  renameSync(part, name);
  return size;
}

/** Why the body ends early: Node gives an end without an error one as well. */
function reasonOf(
  error: NodeJS.ErrnoException,
  size: number,
  { headers }: IncomingMessage,
): string {
  const { code, message, syscall } = error;
  if (syscall) return `${syscall}: ${code}`;
  if (error instanceof Damaged) return message;
  const length = headers["content-length"];
  return length
    ? `the body ends early, after ${size} of ${length} bytes`
    : "the chunks end early, or are none";
}

/** What says where the body ends. */
export function endingOf(response: IncomingMessage): string {
  const { "transfer-encoding": coding, "content-length": length } =
    response.headers;
  const { statusCode = 0 } = response;
  if (EMPTY.includes(statusCode)) return `an answer ${statusCode} has no body`;
  if (coding) return "the last chunk says that it is all";
  if (length) return "Content-Length says that it is all";
  return "nothing says whether it is all";
}
