/**
 * What a client says, line by line, and what of it is a question.
 */
import type net from "node:net";
import { LARGEST } from "./primes.ts";

/** How many clients are served at the same time; others are turned away. */
export const MOST = 100;

/** The lines of a connection. The end of the stream ends a line, too. */
export async function* lines(conn: net.Socket): AsyncGenerator<string> {
  conn.setEncoding("latin1");
  let unread = "";
  // The last line is not answered yet when the stream has ended.
  for await (const chunk of conn.iterator({ destroyOnReturn: false })) {
    const whole = (unread + chunk).split("\n");
    // Of a line without an end, its last bytes suffice to find it wrong.
    unread = whole.pop()?.slice(-20) ?? "";
    yield* whole;
  }
  if (unread !== "") yield unread;
}

/** The number in a line; for what is none, what to say. */
export function question(line: string): number | string {
  const limit = Number(/^(\d{1,8})\r?$/.exec(line)?.[1]);
  if (limit <= LARGEST) return limit;
  return `error: a whole number from 0 to ${LARGEST}, please`;
}

/** Sends a line; over when the kernel has it, which takes a client that reads. */
export function tell(conn: net.Socket, line: string): Promise<void> {
  return new Promise((resolve, reject) => {
    conn.write(`${line}\n`, (error) => (error ? reject(error) : resolve()));
  });
}
