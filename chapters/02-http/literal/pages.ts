/**
 * What the server has to say: a file, or a few words where there is none.
 *
 * See also RFC 9110, section 15 (status codes).
 */
import * as codecs from "@netnotes/stdlib/codecs";
import { type Found, pathOf, readFile, TYPES } from "./files.ts";
import type { Request } from "./request.ts";

const REASONS: Readonly<Record<number, string>> = {
  200: "OK",
  400: "Bad Request",
  404: "Not Found",
  405: "Method Not Allowed",
  408: "Request Timeout",
  413: "Content Too Large",
  414: "URI Too Long",
  431: "Request Header Fields Too Large",
  501: "Not Implemented",
  505: "HTTP Version Not Supported",
};
/** Methods that mean something, but not for a page. */
const OTHERS = ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"];

/** A status and its body: words that repeat it, unless there is a better one. */
export class Page {
  readonly status: string;
  readonly body: Buffer;
  readonly kind: string | undefined;

  constructor(status: number, found: Found | null = null) {
    this.status = `${status} ${REASONS[status]}`;
    this.body = found?.content ?? codecs.encode(`${this.status}\n`, "ascii");
    this.kind = found?.kind ?? TYPES[".txt"];
  }

  /** The answer as it is sent: status line, fields, blank line, body. */
  answer(method: string): Buffer {
    const lines = [
      `HTTP/1.1 ${this.status}`,
      `Content-Type: ${this.kind}`,
      `Content-Length: ${this.body.length}`,
      ...(this.status.startsWith("405") ? ["Allow: GET, HEAD"] : []),
      "Connection: close",
      `Date: ${new Date().toUTCString()}`,
    ];
    const head = codecs.encode(`${lines.join("\r\n")}\r\n\r\n`, "ascii");
    // HEAD asks for what GET would get, without the body.
    return method === "HEAD" ? head : Buffer.concat([head, this.body]);
  }
}

/** What a request gets. */
export function pageFor(root: string, request: Request): Page {
  if (request.refused) return new Page(request.refused);
  if (request.method !== "GET" && request.method !== "HEAD") {
    return new Page(OTHERS.includes(request.method) ? 405 : 501);
  }
  const path = pathOf(request.target);
  if (path === null) return new Page(400);
  const found = readFile(root, path);
  return found
    ? new Page(200, found)
    : new Page(404, readFile(root, "/not-found.html"));
}
