/**
 * Thanks for each datagram, and says how many bytes it had, for ever.
 *
 *     pnpm chapter 10 udp-server
 *     pnpm chapter 10 udp-client
 */
import { ArgumentParser } from "argparse";
import { OSError, print, repr, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import type { Address } from "@netnotes/stdlib/socket";
import {
  DatagramRequestHandler,
  UDPServer,
  type Request,
} from "./socketserver.ts";

class Handler extends DatagramRequestHandler {
  // step handle: rfile is the datagram, and wfile becomes the answer to it
  override handle(): void {
    const size = this.rfile.read().length;
    print(`Got ${size} bytes from ${repr(this.client_address)}`);
    this.wfile.write(codecs.encode(`Thank you for ${size} bytes`));
  }
}

class Server extends UDPServer {
  // step room: for the largest datagram
  // corrected: the usual 8192 cut a longer one silently (proof datagram-limit)
  static override max_packet_size = 65535;

  // step error: a client that can't be answered costs a line
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
    description: "Thanks for each datagram.",
  });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 1234 });
  const args = parser.parse_args();

  // step server: socket and bind; no listen, and no SO_REUSEADDR: with it a
  // second server could take every datagram
  const server = new Server([args.host, args.port], Handler);
  try {
    const [host, port] = server.server_address;
    print(`listening on ${host}:${port}`);

    // step serve: receive, handle, send, and that for ever
    server.serve_forever();
  } finally {
    server.server_close();
  }
}

run(main);
