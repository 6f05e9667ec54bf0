/**
 * Thanks every client for connecting, one after the other, for ever.
 *
 * Start it first, and a client in a second terminal:
 *
 *     pnpm chapter 10 server
 *     pnpm chapter 10 client
 */
import { ArgumentParser } from "argparse";
import { b, OSError, print, run } from "@netnotes/stdlib/builtins";
import type { Address } from "@netnotes/stdlib/socket";
import {
  StreamRequestHandler,
  TCPServer,
  type Request,
} from "./socketserver.ts";

class Handler extends StreamRequestHandler {
  // step handle: what to do with a connection; rfile and wfile are it as files
  override handle(): void {
    const addr = this.request.getpeername();
    print("Got connection from", addr);
    this.wfile.write(b`Thank you for connecting`);
  }
}

class Server extends TCPServer {
  // step reuse: bind even while old connections of this port wait to die
  // corrected: without it a restart fails for a minute (proof address-in-use)
  static override allow_reuse_address = true;

  // step error: a client that is gone costs a line, a fault is told in full
  override handle_error(
    request: Request,
    client_address: Address,
    error: unknown,
  ): void {
    if (!(error instanceof OSError))
      return super.handle_error(request, client_address, error);
    print("lost", client_address, error.code);
  }
}

export function main(): void {
  const parser = new ArgumentParser({
    description: "Thanks every client for connecting.",
  });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 1234 });
  const args = parser.parse_args();

  // step server: socket, SO_REUSEADDR, bind and listen in one constructor
  // corrected: '' lets in whoever reaches this host (01 proof everywhere)
  const server = new Server([args.host, args.port], Handler);
  try {
    const [host, port] = server.server_address;
    print(`listening on ${host}:${port}`);

    // step serve: accept, handle, close, and that for ever
    server.serve_forever();
  } finally {
    server.server_close();
  }
}

run(main);
