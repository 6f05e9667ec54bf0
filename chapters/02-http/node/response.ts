/**
 * Waits for an answer, as Node's parser reads it.
 *
 * See also RFC 9112, section 4.
 */
import type { ClientRequest, IncomingMessage } from "node:http";

/** What came is no answer, or not all of it. */
export class Damaged extends Error {}

/** The head of the answer; the body still comes. */
export function answerTo(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.on("error", (error: NodeJS.ErrnoException) => {
      const { syscall, message } = error;
      reject(syscall ? error : new Damaged(`this is no answer: ${message}`));
    });
    request.on("response", (response) => {
      // A reset would pass for the end where nothing tells how long the body is.
      request.on("error", (error) => {
        if (!response.complete) response.destroy(error);
      });
      resolve(response);
    });
    request.on("timeout", () => request.destroy(new Error("timed out")));
  });
}

/** A text as it can't hurt the terminal. */
export function plain(text: string): string {
  return text.replace(/[^\t -~]/g, "\ufffd");
}

/** The lines of the head, put together again. */
export function linesOf(response: IncomingMessage): string[] {
  const { httpVersion, statusCode, statusMessage, rawHeaders } = response;
  const lines = [`HTTP/${httpVersion} ${statusCode} ${statusMessage}`];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    lines.push(`${rawHeaders[at]}: ${rawHeaders[at + 1]}`);
  }
  return lines.map(plain);
}

/** Ends the program with one line for what a server has done. */
export function giveUp(error: unknown): never {
  if (!(error instanceof Damaged)) throw error;
  console.error(error.message);
  process.exit(1);
}
