/**
 * Answers each message backwards: a message is its length, and then so much.
 *
 *     pnpm exercise 10.1
 */
import { ArgumentParser } from "argparse";
import { print, run } from "@netnotes/stdlib/builtins";
import { StreamRequestHandler, TCPServer } from "../../literal/socketserver.ts";

class Handler extends StreamRequestHandler {
  override handle(): void {
    // Yours: to read messages from rfile, and to write answers to wfile.
  }
}

class Server extends TCPServer {
  static override allow_reuse_address = true;
}

export function main(): void {
  const parser = new ArgumentParser({ description: "Answers backwards." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 1234 });
  const args = parser.parse_args();

  const server = new Server([args.host, args.port], Handler);
  const [host, port] = server.server_address;
  print(`listening on ${host}:${port}`);
  server.serve_forever();
}

run(main);
