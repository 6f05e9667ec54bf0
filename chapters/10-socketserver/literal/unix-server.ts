/**
 * Thanks every client on this computer for connecting, by a path instead of a port.
 *
 *     pnpm chapter 10 unix-server
 *     pnpm chapter 10 unix-client
 */
import { ArgumentParser } from "argparse";
import os from "node:os";
import { b, OSError, print, repr, run } from "@netnotes/stdlib/builtins";
import type { Address } from "@netnotes/stdlib/socket";
import {
  StreamRequestHandler,
  UnixStreamServer,
  type Request,
} from "./socketserver.ts";
import { remove_stale } from "./stale.ts";

const PATH = `${os.tmpdir()}/netnotes-10.sock`;

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
    client_address: Address,
    error: unknown,
  ): void {
    if (!(error instanceof OSError))
      return super.handle_error(request, client_address, error);
    print("lost", repr(client_address), error.code);
  }
}

export function main(): void {
  const parser = new ArgumentParser({
    description: "Thanks whoever connects.",
  });
  parser.add_argument("--path", { default: PATH });
  const args = parser.parse_args();

  // step stale: a server that was killed has left its file
  // corrected: bind finds the file and fails, whoever made it (proof stale-path)
  remove_stale(args.path);

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
