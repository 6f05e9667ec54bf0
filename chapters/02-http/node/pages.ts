/**
 * What the server has to say: a file, or a few words where there is none.
 *
 * See also RFC 9110, section 15 (status codes).
 */
import { type IncomingMessage, STATUS_CODES } from "node:http";
import { type Found, pathOf, readFile, TYPES } from "./files.ts";
import { wrongHead } from "./request.ts";

/** Methods that mean something, but not for a page. */
const OTHERS = ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"];

/** A status and its body: words that repeat it, unless there is a better one. */
export class Page {
  readonly code: number;
  readonly status: string;
  readonly body: Buffer;
  readonly fields: Record<string, string | number>;

  constructor(code: number, found: Found | null = null) {
    this.code = code;
    this.status = `${code} ${STATUS_CODES[code]}`;
    this.body = found?.content ?? Buffer.from(`${this.status}\n`, "ascii");
    this.fields = {
      "Content-Type": found?.kind ?? TYPES[".txt"] ?? "",
      "Content-Length": this.body.length,
      ...(code === 405 && { Allow: "GET, HEAD" }),
      Connection: "close",
    };
  }

  /** The answer as it is sent, for where Node gives no response to write it with. */
  answer(): string {
    const date = new Date().toUTCString();
    const fields = { ...this.fields, Date: date };
    const lines = Object.entries(fields).map(
      ([name, value]) => `${name}: ${value}`,
    );
    return [`HTTP/1.1 ${this.status}`, ...lines, "", this.body].join("\r\n");
  }
}

/** What a request gets. */
export async function pageFor(
  root: string,
  request: IncomingMessage,
): Promise<Page> {
  const { method = "", url = "" } = request;
  const refused = wrongHead(request);
  if (refused) return new Page(refused);
  if (method !== "GET" && method !== "HEAD") {
    return new Page(OTHERS.includes(method) ? 405 : 501);
  }
  const path = pathOf(url);
  if (path === null) return new Page(400);
  const found = await readFile(root, path);
  return found
    ? new Page(200, found)
    : new Page(404, await readFile(root, "/not-found.html"));
}
