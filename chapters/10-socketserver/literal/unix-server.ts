/**
 * Thanks every client on this computer for connecting, by a path instead of a port.
 *
 *     pnpm chapter 10 unix-server
 *     pnpm chapter 10 unix-client
 */
import { ArgumentParser } from "argparse";
import fs from "node:fs";
import os from "node:os";
import { b, OSError, print, repr, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import { StreamRequestHandler, UnixStreamServer } from "./socketserver.ts";
import type { Request } from "./socketserver.ts";

const PATH = `${os.tmpdir()}/netnotes-10.sock`;

/** Whether a socket's file is there, and no socket behind it. */
function stale(path: string): boolean {
  // connect refuses other files as it does a stale one: those are not ours
  if (!fs.lstatSync(path, { throwIfNoEntry: false })?.isSocket()) return false;
  // a server for streams refuses a datagram's socket, and is not disturbed
  const probe = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM);
  const refused = probe.connect_ex(path);
  probe.close();
  return refused === os.constants.errno.ECONNREFUSED;
}

class Handler extends StreamRequestHandler {
  // step handle: as for TCP; but a client has no address unless it binds one
  override handle(): void {
    const addr = this.request.getpeername();
    print("Got connection from", repr(addr));
    this.wfile.write(b`Thank you for connecting`);
  }
}

class Server extends UnixStreamServer {
  // step error: a client that is gone costs a line, a fault is told in full
  override handle_error(
    request: Request,
    client_address: socket.Address,
    error: unknown,
  ): void {
    if (!(error instanceof OSError))
      return super.handle_error(request, client_address, error);
    print("lost", repr(client_address), error.code);
  }
}

export function main(): void {
  const parser = new ArgumentParser({
    description: "Thanks every client on this computer.",
  });
  parser.add_argument("--path", { default: PATH });
  const args = parser.parse_args();

  // step stale: a server that was killed has left its file
  // corrected: bind finds the file and fails, whoever made it (proof stale-path)
  if (stale(args.path)) fs.unlinkSync(args.path);

  // step server: socket, bind, which makes the file, and listen
  const server = new Server(args.path, Handler);
  try {
    print(`listening on ${String(server.server_address)}`);

    // step serve: accept, handle, close, and that for ever
    server.serve_forever();
  } finally {
    server.server_close();
  }
}

run(main);
