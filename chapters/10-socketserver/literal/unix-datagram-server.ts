/**
 * Thanks for each datagram that comes by its path, for ever.
 *
 *     pnpm chapter 10 unix-datagram-server
 *     pnpm chapter 10 unix-datagram-client
 */
import { ArgumentParser } from "argparse";
import os from "node:os";
import { OSError, print, repr, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import type { Address } from "@netnotes/stdlib/socket";
import {
  DatagramRequestHandler,
  UnixDatagramServer,
  type Request,
} from "./socketserver.ts";
import { remove_stale } from "./stale.ts";

const PATH = `${os.tmpdir()}/netnotes-10-datagram.sock`;

class Handler extends DatagramRequestHandler {
  // step handle: rfile is the datagram, and wfile becomes the answer to it
  override handle(): void {
    const size = this.rfile.read().length;
    print(`Got ${size} bytes from ${repr(this.client_address)}`);
    this.wfile.write(codecs.encode(`Thank you for ${size} bytes`));
  }
}

class Server extends UnixDatagramServer {
  // step room: for larger datagrams than UDP has
  // corrected: the usual 8192 cut a longer one silently (proof datagram-limit)
  static override max_packet_size = 65535;

  // step unblock: a client that fetches no answers would make us wait for it
  override server_activate(): void {
    this.socket.setblocking(false);
  }

  // step verify: a client that has bound no path can't be answered
  override verify_request(_: Request, client_address: Address): boolean {
    return Boolean(client_address);
  }

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
    description: "Thanks for each datagram.",
  });
  parser.add_argument("--path", { default: PATH });
  const args = parser.parse_args();

  // step stale: a server that was killed has left its file
  // corrected: bind finds the file and fails, whoever made it (proof stale-path)
  remove_stale(args.path);

  // step server: socket, and bind, which makes the file
  const server = new Server(args.path, Handler);
  try {
    print(`listening on ${String(server.server_address)}`);

    // step serve: receive, handle, send, and that for ever
    server.serve_forever();
  } finally {
    server.server_close();
  }
}

run(main);
