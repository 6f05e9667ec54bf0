/**
 * Serves each client in a thread of its own: a name is a line, and so is the answer.
 *
 *     pnpm chapter 10 threading-server
 *     pnpm chapter 10 threading-client
 */
import { ArgumentParser } from "argparse";
import { b, OSError, print, run } from "@netnotes/stdlib/builtins";
import type { Address } from "@netnotes/stdlib/socket";
import {
  StreamRequestHandler,
  TCPServer,
  ThreadingMixIn,
  type Request,
} from "./socketserver.ts";

// A thread finds what it is to run, and both classes, among the exports.
export { process_request_elsewhere } from "./socketserver.ts";

export class Handler extends StreamRequestHandler {
  // step timeout: who says nothing for a minute, or reads nothing, has left
  static override timeout = 60;

  // step handle: a line that lacks its end is too long, or its client has left
  override handle(): void {
    print("Got connection from", this.client_address);
    this.wfile.write(b`Thank you for connecting\n`);
    let line: Buffer;
    while ((line = this.rfile.readline(1024)).at(-1) === 0x0a) {
      const name = line.subarray(0, -1);
      this.wfile.write(Buffer.concat([b`Hello, `, name, b`!\n`]));
    }
  }
}

// step mixin: it comes first, so that its process_request is the one that counts
// corrected: without it one client is served at a time (proof synchronous)
export class Server extends ThreadingMixIn(TCPServer) {
  // step reuse: bind even while old connections of this port wait to die
  // corrected: without it a restart fails for a minute (proof address-in-use)
  static override allow_reuse_address = true;

  // step daemon: the program ends without waiting for its clients
  static override daemon_threads = true;

  // step error: a client that is gone costs a line, a fault is told in full
  override handle_error(
    request: Request,
    client_address: Address,
    error: unknown,
  ): void {
    if (!(error instanceof OSError))
      return super.handle_error(request, client_address, error);
    print("lost", client_address, error.code ?? error.message);
  }
}

export function main(): void {
  const parser = new ArgumentParser({
    description: "Serves each client in a thread.",
  });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 1234 });
  const args = parser.parse_args();

  // step server: socket, SO_REUSEADDR, bind and listen in one constructor
  const server = new Server([args.host, args.port], Handler);
  try {
    const [host, port] = server.server_address;
    print(`listening on ${host}:${port}`);

    // step serve: accept, start a thread, and that for ever
    server.serve_forever();
  } finally {
    server.server_close();
  }
}

run(main);
