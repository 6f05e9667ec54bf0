/**
 * A Unix socket's file outlives its socket, and is in the way of the next one.
 *
 * connect tells a stale one from one whose server lives; but it refuses any other file in the same
 * words. See also unix(7), unlink(2).
 *
 *     pnpm chapter 10 proof stale-path
 */
import fs from "node:fs";
import os from "node:os";
import { outcome, shows } from "@netnotes/course/proof";
import { run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import { BaseRequestHandler, UnixStreamServer } from "../literal/socketserver.ts";
import { remove_stale } from "../literal/stale.ts";

const { AF_UNIX, SOCK_DGRAM, SOCK_STREAM } = socket;

const folder = fs.mkdtempSync(`${os.tmpdir()}/netnotes-`);
const path = `${folder}/socket`;

/** Binds the path; the server is closed at once when that succeeds. */
function start(): string {
  return outcome(() => new UnixStreamServer(path, BaseRequestHandler).server_close());
}

function connecting(type: number): string {
  const client = socket.socket(AF_UNIX, type);
  client.setblocking(false);
  const found = outcome(() => client.connect(path));
  client.close();
  return found;
}

function dead(): void {
  shows("a first server", start(), "ok");
  shows("its file, after it has closed", fs.lstatSync(path).isSocket(), true);
  shows("a second server", start(), "EADDRINUSE");
  shows("connecting to the file", connecting(SOCK_STREAM), "ECONNREFUSED");
  shows("connecting a datagram's socket", connecting(SOCK_DGRAM), "ECONNREFUSED");
  remove_stale(path);
  shows("a second server, the stale file removed", start(), "ok");
  fs.unlinkSync(path);
}

function alive(): void {
  const server = new UnixStreamServer(path, BaseRequestHandler);
  shows("a server that lives; another one", start(), "EADDRINUSE");
  shows("connecting a datagram's socket", connecting(SOCK_DGRAM), "EPROTOTYPE");
  remove_stale(path);
  shows("its file stays", fs.existsSync(path), true);
  server.socket.setblocking(false);
  shows(
    "and nobody has disturbed it: its queue",
    outcome(() => server.socket.accept()),
    "EAGAIN",
  );

  // Unlinked, the file is no longer the way to it; it listens on, and nobody can come.
  fs.unlinkSync(path);
  shows("its file removed all the same: another server", start(), "ok");
  fs.unlinkSync(path);
  server.server_close();
}

function noSocket(): void {
  fs.writeFileSync(path, "years of work");
  shows("a file that is no socket: a server", start(), "EADDRINUSE");
  shows("connecting to it", connecting(SOCK_DGRAM), "ECONNREFUSED");
  remove_stale(path);
  shows("so ask first what it is: it stays", fs.readFileSync(path, "utf8"), "years of work");
}

export function main(): void {
  try {
    dead();
    alive();
    noSocket();
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

run(main);
