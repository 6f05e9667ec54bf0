/**
 * A request is not one read, and an answer that leaves some of it unread may be lost.
 *
 * The notes read once and answer, whatever was asked. See also RFC 9112, sections 2.2 (reading a
 * message) and 9.6 (closing), tcp(7).
 *
 *     pnpm chapter 02 proof request
 */
// on: linux
import { outcome, shows } from "@netnotes/course/proof";
import { b, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import { folder, SITE } from "../literal/files.ts";
import { pageFor } from "../literal/pages.ts";
import { Reader } from "../literal/reader.ts";
import { readRequest } from "../literal/request.ts";

const ANSWER = b`HTTP/1.1 200  OK\r\n\r\nhello`;

/** A connection over loopback, both of its ends. */
function connection(): [client: socket.Socket, server: socket.Socket] {
  const listener = socket.create_server(["127.0.0.1", 0]);
  const client = socket.create_connection(listener.getsockname());
  const [server] = listener.accept();
  listener.close();
  return [client, server];
}

/** As in the notes: one read, one answer. */
function answer(conn: socket.Socket): void {
  conn.recv(4096);
  conn.sendall(ANSWER);
}

/** What the client hears, and how it ends. */
function hears(client: socket.Socket): [said: string, end: string] {
  const chunks: Buffer[] = [];
  const end = outcome(() => {
    for (let chunk; (chunk = client.recv(1024)).length > 0;) chunks.push(chunk);
  });
  client.close();
  const said = Buffer.concat(chunks);
  return [said.equals(ANSWER) ? "the answer" : `${said.length} bytes`, end];
}

/** The status that the notes' way and ours come to when a client says this and no more. */
function statuses(said: Buffer): [notes: string, ours: string] {
  const [client, conn] = connection();
  client.sendall(said);
  client.shutdown(socket.SHUT_WR);
  answer(conn);
  conn.close();
  const notes = hears(client)[0] === "the answer" ? "200" : "none";

  const [other, patient] = connection();
  other.sendall(said);
  other.shutdown(socket.SHUT_WR);
  const request = readRequest(new Reader(patient, 5));
  const ours = request === null ? "none" : pageFor(folder(SITE), request).status;
  for (const s of [other, patient]) s.close();
  return [notes, ours];
}

function early(): void {
  const [client, conn] = connection();
  client.sendall(b`GET / HTTP/1.1\r\nHo`);
  answer(conn);
  conn.close();
  shows("18 bytes of a head, the rest still to come", hears(client), ["the answer", "ok"]);
}

function unread(): void {
  const request = Buffer.from(`GET / HTTP/1.1\r\nCookie: ${"x".repeat(20_000)}\r\n\r\n`);
  const [client, conn] = connection();
  client.sendall(request);
  answer(conn);
  conn.close();
  shows("20 KB, of which one read takes 4096 bytes", hears(client), ["the answer", "ECONNRESET"]);

  const [other, patient] = connection();
  other.sendall(request);
  answer(patient);
  // What our servers do: end this side, and read past what still comes before closing.
  patient.shutdown(socket.SHUT_WR);
  const heard = hears(other);
  new Reader(patient, 5).drain();
  patient.close();
  shows("the same, read to the end before closing", heard, ["the answer", "ok"]);
}

function unseen(): void {
  const end = "HTTP/1.1\r\nHost: a\r\n\r\n";
  const asked: [what: string, said: string, right: string][] = [
    ["a page that is there", `GET / ${end}`, "200 OK"],
    ["a page that is not", `GET /nope ${end}`, "404 Not Found"],
    ["to delete it", `DELETE / ${end}`, "405 Method Not Allowed"],
    ["nonsense", "hello?\r\n\r\n", "400 Bad Request"],
    ["nothing at all", "", "none"],
  ];
  for (const [what, said, right] of asked) {
    shows(`${what}: the notes, and ours`, statuses(Buffer.from(said)), ["200", right]);
  }
}

export function main(): void {
  early();
  unread();
  unseen();
}

run(main);
