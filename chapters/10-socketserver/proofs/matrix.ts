/**
 * Four servers, each plain, with threads, or with processes: twelve classes, and one service.
 *
 * The notes count four classes. They are one for each way in which requests come; BaseServer is
 * what they have in common, and a mixin changes who handles them. CPython tests its own module
 * with this matrix.
 *
 *     pnpm chapter 10 proof matrix
 */
import fs from "node:fs";
import os from "node:os";
import { shows } from "@netnotes/course/proof";
import { b, run } from "@netnotes/stdlib/builtins";
import { current_process } from "@netnotes/stdlib/multiprocessing";
import * as socket from "@netnotes/stdlib/socket";
import { current_thread, main_thread } from "@netnotes/stdlib/threading";
import {
  BaseRequestHandler,
  BaseServer,
  ForkingMixIn,
  StreamRequestHandler,
  DatagramRequestHandler,
  TCPServer,
  ThreadingMixIn,
  UDPServer,
  UnixDatagramServer,
  UnixStreamServer,
} from "../literal/socketserver.ts";

export { process_request_elsewhere } from "../literal/socketserver.ts";

/** Who handles the request: the same service, whatever brought it. */
function who(): Buffer {
  if (current_process().name !== "MainProcess") return b`a process`;
  return current_thread() === main_thread() ? b`the loop` : b`a thread`;
}

export class Stream extends StreamRequestHandler {
  override handle(): void {
    this.wfile.write(Buffer.concat([this.rfile.readline(), who()]));
  }
}

export class Datagram extends DatagramRequestHandler {
  override handle(): void {
    this.wfile.write(Buffer.concat([this.rfile.readline(), who()]));
  }
}

// Exported, so that threads and processes find them.
export class ThreadingTCP extends ThreadingMixIn(TCPServer) {}
export class ThreadingUDP extends ThreadingMixIn(UDPServer) {}
export class ThreadingUnixStream extends ThreadingMixIn(UnixStreamServer) {}
export class ThreadingUnixDatagram extends ThreadingMixIn(UnixDatagramServer) {}
export class ForkingTCP extends ForkingMixIn(TCPServer) {}
export class ForkingUDP extends ForkingMixIn(UDPServer) {}
export class ForkingUnixStream extends ForkingMixIn(UnixStreamServer) {}
export class ForkingUnixDatagram extends ForkingMixIn(UnixDatagramServer) {}
export { TCPServer, UDPServer, UnixDatagramServer, UnixStreamServer };

const MATRIX = [
  ["the loop", TCPServer, UDPServer, UnixStreamServer, UnixDatagramServer],
  ["a thread", ThreadingTCP, ThreadingUDP, ThreadingUnixStream, ThreadingUnixDatagram],
  ["a process", ForkingTCP, ForkingUDP, ForkingUnixStream, ForkingUnixDatagram],
] as const;

/** Asks a server of the class once; its answer, up to the end. */
function ask(Server: typeof TCPServer, folder: string): string {
  const { address_family, socket_type } = Server;
  const unix = address_family === socket.AF_UNIX;
  const stream = socket_type === socket.SOCK_STREAM;
  const at = (name: string): socket.Address =>
    unix ? `${folder}/${Server.name}-${name}` : ["127.0.0.1", 0];

  const server = new Server(at("server"), stream ? Stream : Datagram);
  const client = socket.socket(address_family, socket_type);
  client.bind(at("client"));
  client.connect(server.server_address);
  client.settimeout(20);
  client.sendall(b`answered by\n`);
  server.handle_request();
  const answer = stream ? client.makefile("rb").read() : client.recv(1024);
  client.close();
  server.server_close();
  return answer.toString().replace("\n", " ");
}

export function main(): void {
  const folder = fs.mkdtempSync(`${os.tmpdir()}/netnotes-`);
  try {
    for (const [handler, ...servers] of MATRIX)
      for (const Server of servers)
        shows(Server.name, ask(Server, folder), `answered by ${handler}`);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
  const common = MATRIX.flatMap(([, ...servers]) => servers).filter(
    (Server) => Server.prototype instanceof BaseServer,
  );
  shows("of them derived from BaseServer", common.length, 12);
  const handlers = [Stream, Datagram].filter((it) => it.prototype instanceof BaseRequestHandler);
  shows("handlers derived from BaseRequestHandler", handlers.length, 2);
}

run(main);
