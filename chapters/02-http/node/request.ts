/**
 * A request as Node's parser lets it pass: what it says, and what is wrong with it.
 *
 * See also RFC 9112, sections 2 to 6.
 */
import type { IncomingMessage } from "node:http";

/** How many bytes the first line may have, and a body that nobody wants. */
const [LINE, BODY] = [8 * 1024, 1024 * 1024];

/** The lines of a head, put together again, in a form that can't hurt the terminal. */
export function linesOf(request: IncomingMessage): string[] {
  const { method, url, httpVersion, rawHeaders } = request;
  const lines = [`${method} ${url} HTTP/${httpVersion}`];
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const line = `${rawHeaders[at]}: ${rawHeaders[at + 1]}`;
    lines.push(line.replace(/[^\t -~]/g, "\ufffd"));
  }
  return lines;
}

/** The status for what is wrong with a request that the parser lets pass, or 0. */
export function wrongHead(request: IncomingMessage): number {
  const { method, url, httpVersion, headersDistinct: fields } = request;
  if (`${method} ${url} HTTP/1.1\r\n`.length > LINE) return 414;
  if (request.httpVersionMajor !== 1) return 505; // one without a version is HTTP/0.9
  // HTTP/1.1 wants one Host, HTTP/1.0 none; two could name two different sites.
  const hosts = fields["host"]?.length ?? 0;
  if (hosts > 1 || (hosts === 0 && httpVersion !== "1.0")) return 400;
  // The body is read past, but where it ends must be clear, and not too far away.
  const coding = request.headers["transfer-encoding"]?.toLowerCase();
  if (coding?.endsWith("chunked") === false) return 400;
  if (coding && coding !== "chunked") return 501;
  return Number(request.headers["content-length"] ?? 0) > BODY ? 413 : 0;
}

/** Reads past the body: to its end, or as far as the client sends it. */
export function readPast(request: IncomingMessage): Promise<void> {
  return new Promise((done) => {
    request.resume().once("end", done);
    request.socket.once("end", done);
  });
}
