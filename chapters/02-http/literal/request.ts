/**
 * Reads the head of a request, to its blank line, and finds what is wrong with it.
 *
 * See also RFC 9112, sections 2 to 6.
 */
import { b, TimeoutError } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import type { Reader } from "./reader.ts";

/** How many bytes the first line may have, the head, and a body that nobody wants. */
const [LINE, HEAD, BODY] = [8 * 1024, 64 * 1024, 1024 * 1024];

const TOKEN = "[!#-'*+.^_`|~0-9A-Za-z-]+";
const REQUEST_LINE = new RegExp(
  `^(${TOKEN}) ([!-~]+)(?: HTTP/([0-9])\\.([0-9]))?\r\n$`,
);
/** Nothing may stand between name and colon, and no line may begin with a space. */
const FIELD = new RegExp(`^(${TOKEN}):([\\t -~\ufffd]*)\r\n$`);

type Fields = Map<string, string[]>;

/** What a client asks for, as far as it could be read. */
export class Request {
  method = "";
  target = "";
  /** Its lines that are well formed: they can't hurt the terminal that shows them. */
  readonly lines: string[] = [];
  /** The status that it has to get whatever it asks for; 0 if it is in order. */
  refused = 0;
}

/** The next request; null where the client has left without one. */
export function readRequest(reader: Reader): Request | null {
  const request = new Request();
  try {
    let first = reader.line(LINE);
    // A client may end its last request with one too many.
    while (first.equals(b`\r\n`)) first = reader.line(LINE);
    if (first.length === 0) return null;
    request.refused = readHead(reader, first, request);
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    request.refused = 408;
  }
  return request;
}

/** Reads up to the blank line; returns the status for what is wrong, or 0. */
function readHead(reader: Reader, first: Buffer, request: Request): number {
  if (first.length > LINE) return 414;
  // What is not ASCII becomes U+FFFD: no name has it, a value may.
  const line = codecs.decode(first, "ascii", "replace");
  const found = REQUEST_LINE.exec(line);
  if (!found) return 400;
  const [, method = "", target = "", major, minor] = found;
  Object.assign(request, { method, target });
  request.lines.push(line.trimEnd());
  if (major !== "1") return 505; // one without a version is HTTP/0.9
  const fields: Fields = new Map();
  for (let size = first.length; ;) {
    const field = reader.line(HEAD - size);
    size += field.length;
    if (size > HEAD) return 431;
    const line = codecs.decode(field, "ascii", "replace");
    if (line === "\r\n") break;
    const found = FIELD.exec(line);
    if (!found) return 400;
    const [, name = "", value = ""] = found;
    request.lines.push(line.trimEnd());
    const key = name.toLowerCase();
    if (!fields.has(key)) fields.set(key, []);
    fields.get(key)?.push(value.trim());
  }
  return wrongHost(fields, minor) || wrongBody(fields);
}

/** HTTP/1.1 wants one Host, HTTP/1.0 none; two could name two different sites. */
function wrongHost(fields: Fields, minor: string | undefined): number {
  const hosts = fields.get("host")?.length ?? 0;
  return hosts > 1 || (hosts === 0 && minor !== "0") ? 400 : 0;
}

/** The body is read past, but where it ends must be clear, and not too far away. */
function wrongBody(fields: Fields): number {
  const lengths = fields.get("content-length") ?? [];
  const codings = fields.get("transfer-encoding") ?? [];
  const coding = codings.join(", ").toLowerCase();
  if (coding) {
    if (lengths.length > 0 || !coding.endsWith("chunked")) return 400;
    return coding === "chunked" ? 0 : 501;
  }
  const [length] = lengths;
  if (length === undefined) return 0;
  if (lengths.length > 1 || !/^[0-9]{1,15}$/.test(length)) return 400;
  return Number(length) > BODY ? 413 : 0;
}
