/** What a stream lacks: lines, so many bytes, and an end that destroys nothing. */
import { createHash } from "node:crypto";
import fs from "node:fs";
import { OSError, ValueError } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";
import * as time from "@netnotes/stdlib/time";

/**
 * A line without its newline; less where the stream ends, or the line is too
 * long.
 *
 * It takes a byte at a time, so that nothing is taken of what follows.
 */
export function receiveLine(conn: socket.Socket, most: number): string {
  const line: Buffer[] = [];
  while (line.length < most) {
    const byte = conn.recv(1);
    if (byte.length === 0 || byte[0] === 10) break;
    line.push(byte);
  }
  return codecs.decode(Buffer.concat(line), "utf-8", "replace");
}

/** The server's last word, in one line; empty if none comes. */
export function receiveAnswer(conn: socket.Socket): string {
  try {
    // a stranger's control characters are not for our terminal
    return receiveLine(conn, 1024).replace(/\p{Cc}/gu, "\ufffd");
  } catch (error) {
    if (!(error instanceof OSError)) throw error;
    return ""; // reset: no matter by whom, or when
  }
}

/** So many bytes, into a file. Returns their SHA-256, as hexadecimal digits. */
export function receiveBytes(
  conn: socket.Socket,
  length: number,
  file: number,
): string {
  const digest = createHash("sha256");
  const room = Buffer.alloc(65536);
  while (length > 0) {
    const count = conn.recv_into(room, Math.min(length, room.length));
    if (count === 0) throw new ValueError(`${length} bytes are missing`);
    const piece = room.subarray(0, count);
    fs.writeFileSync(file, piece);
    digest.update(piece);
    length -= count;
  }
  return digest.digest("hex");
}

/**
 * Answers, and closes when the peer has; until then it reads and forgets.
 *
 * A close with bytes unread sends a reset, and that may destroy the answer.
 */
export function closeWith(
  conn: socket.Socket,
  answer: string,
  seconds: number,
): void {
  const until = time.monotonic() + seconds;
  try {
    conn.sendall(codecs.encode(answer, "utf-8"));
    conn.shutdown(socket.SHUT_WR);
    conn.settimeout(1);
    while (time.monotonic() < until && conn.recv(65536).length > 0);
  } catch (error) {
    if (!(error instanceof OSError)) throw error;
    // gone, or silent: nobody is left to tell
  }
  conn.close();
}
