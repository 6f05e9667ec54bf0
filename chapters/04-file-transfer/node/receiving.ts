/** What a stream lacks: lines, so many bytes, and an end that destroys nothing. */
import { createHash } from "node:crypto";
import type net from "node:net";

/**
 * A line without its newline; less where the stream ends, or the line is too
 * long. What follows it is put back.
 */
export async function receiveLine(
  conn: net.Socket,
  most: number,
): Promise<string> {
  let line = Buffer.alloc(0);
  for await (const piece of pieces(conn)) {
    line = Buffer.concat([line, piece]);
    const newline = line.indexOf("\n");
    const end = newline < 0 ? most : Math.min(newline, most);
    if (line.length < end) continue;
    conn.unshift(line.subarray(newline < 0 ? end : newline + 1));
    line = line.subarray(0, end);
    break;
  }
  return line.toString();
}

/** The server's last word, in one line; empty if none comes. */
export async function receiveAnswer(conn: net.Socket): Promise<string> {
  try {
    // a stranger's control characters are not for our terminal
    return (await receiveLine(conn, 1024)).replace(/\p{Cc}/gu, "\ufffd");
  } catch {
    return ""; // reset: no matter by whom, or when
  }
}

/**
 * So many bytes, as they come, and after them the line with their digest. What
 * follows is put back.
 */
export async function* receiveChecked(
  conn: net.Socket,
  length: number,
): AsyncGenerator<Buffer> {
  const digest = createHash("sha256");
  for await (const piece of receiveBytes(conn, length)) {
    digest.update(piece);
    yield piece;
  }
  if ((await receiveLine(conn, 65)) !== digest.digest("hex")) {
    throw new Error("the digest differs");
  }
}

async function* receiveBytes(
  conn: net.Socket,
  length: number,
): AsyncGenerator<Buffer> {
  if (length === 0) return;
  for await (const piece of pieces(conn)) {
    if (piece.length > length) conn.unshift(piece.subarray(length));
    yield piece.subarray(0, length);
    length -= Math.min(length, piece.length);
    if (length === 0) return;
  }
  throw new Error(`${length} bytes are missing`);
}

/**
 * Answers, and closes when the peer has; until then it reads and forgets.
 *
 * A close with bytes unread sends a reset, and that may destroy the answer.
 */
export function closeWith(
  conn: net.Socket,
  answer: string,
  seconds: number,
): void {
  conn.end(answer);
  conn.resume();
  conn.setTimeout(1000, () => conn.destroy());
  setTimeout(() => conn.destroy(), seconds * 1000).unref();
}

/** What comes, piece by piece; to stop reading them leaves the connection open. */
function pieces(conn: net.Socket): AsyncIterable<Buffer> {
  return conn.iterator({ destroyOnReturn: false });
}
