/**
 * Where an answer ends, and what a client saves that reads to the end and splits once.
 *
 * See also RFC 9112, sections 2.2 (lines), 3.2 (Host), 6.3 (where a body ends), 7.1 (chunks), 9.3
 * (connections that stay open).
 *
 *     pnpm chapter 02 proof client-reads
 */
import { shows } from "@netnotes/course/proof";
import { b, EOFError, repr, run, TimeoutError } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import { body } from "../literal/body.ts";
import { Reader } from "../literal/reader.ts";
import { readRequest } from "../literal/request.ts";
import { readResponse } from "../literal/response.ts";

type Client = (conn: socket.Socket) => Buffer;

/** As in the notes: everything up to the end of the stream, split once at a blank line. */
const notes: Client = (conn) => {
  const chunks: Buffer[] = [];
  for (let chunk; (chunk = conn.recv(1024)).length > 0;) chunks.push(chunk);
  const [header = "", ...rest] = Buffer.concat(chunks).toString("latin1").split("\r\n\r\n");
  if (rest.length === 0) throw new EOFError(`one part instead of two: ${header}`);
  return Buffer.from(rest.join("\r\n\r\n"), "latin1");
};

/** As in our clients: the head says how the body ends. */
const ours: Client = (conn) => {
  const reader = new Reader(conn);
  return Buffer.concat([...body(reader, readResponse(reader))]);
};

/** A connection over loopback, both of its ends. */
function connection(): [client: socket.Socket, server: socket.Socket] {
  const listener = socket.create_server(["127.0.0.1", 0]);
  const client = socket.create_connection(listener.getsockname());
  const [server] = listener.accept();
  listener.close();
  return [client, server];
}

/** What a client saves of an answer, or how it fails. */
function saves(client: Client, answer: Buffer, stays: boolean): string {
  const [near, far] = connection();
  far.sendall(answer);
  if (!stays) far.shutdown(socket.SHUT_WR);
  near.settimeout(0.2);
  try {
    const saved = client(near);
    return saved.length > 99 ? `${saved.length} bytes` : repr(saved);
  } catch (error) {
    if (error instanceof TimeoutError || error instanceof EOFError) return error.message;
    throw error;
  } finally {
    for (const s of [near, far]) s.close();
  }
}

function answers(): void {
  const whole = b`HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello`;
  shows("a server that keeps the connection: the notes", saves(notes, whole, true), "timed out");
  shows("… ours", saves(ours, whole, true), "b'hello'");

  const chunks = b`HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n`;
  const all = String.raw`b'5\r\nhello\r\n0\r\n\r\n'`;
  shows("a body in chunks: the notes", saves(notes, chunks, false), all);
  shows("… ours", saves(ours, chunks, false), "b'hello'");

  const head = b`HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n`;
  const short = Buffer.concat([head, Buffer.alloc(400)]);
  shows("400 of 1000 bytes: the notes", saves(notes, short, false), "400 bytes");
  const early = "the body ends early, after 400 of 1000 bytes";
  shows("… ours", saves(ours, short, false), early);

  const cut = b`HTTP/1.1 200 OK\r\n`;
  const one = "one part instead of two: HTTP/1.1 200 OK\r\n";
  shows("no blank line: the notes", saves(notes, cut, false), one);
  shows("… ours", saves(ours, cut, false), "the head ends early");
}

/** The status for a request; 0 if nothing is wrong with it. */
function refused(request: Buffer): number | undefined {
  const [near, far] = connection();
  near.sendall(request);
  const refusal = readRequest(new Reader(far, 5))?.refused;
  for (const s of [near, far]) s.close();
  return refusal;
}

function requests(): void {
  shows("a request with Host", refused(b`GET / HTTP/1.1\r\nHost: a\r\n\r\n`), 0);
  shows("without", refused(b`GET / HTTP/1.1\r\n\r\n`), 400);
  shows("with lines that end in LF alone", refused(b`GET / HTTP/1.1\nHost: a\n\n`), 400);
}

export function main(): void {
  answers();
  requests();
}

run(main);
