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
      const told = syscall || error instanceof Damaged;
      reject(told ? error : new Damaged(`this is no answer: ${message}`));
    });
    request.on("response", (response) => {
      const { httpVersionMajor, statusCode = 0 } = response;
      if (httpVersionMajor !== 1 || statusCode < 100) {
        reject(new Damaged("this is no HTTP/1.1"));
      }
      // A reset would pass for the end where nothing tells how long the body is.
      request.on("error", (error) => {
        if (!response.complete) response.destroy(error);
      });
      resolve(response);
    });
    // Without a listener Node would close the connection, and tell nobody.
    request.on("upgrade", ({ statusCode }) => {
      reject(
        new Damaged(`this is no answer: ${statusCode} is another protocol`),
      );
    });
    request.on("timeout", () => request.destroy(new Damaged("timed out")));
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
