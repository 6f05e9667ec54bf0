/**
 * Greets its clients line by line, and no more than so many at a time.
 *
 *     pnpm exercise 10.2
 */
import { ArgumentParser } from "argparse";
import { b, print, run } from "@netnotes/stdlib/builtins";
import * as socketserver from "../../literal/socketserver.ts";

// A thread finds what it is to run, and the classes, among the exports.
export { process_request_elsewhere } from "../../literal/socketserver.ts";

/** Serves no more clients at a time than `most`; the others hear "busy". */
function CrowdMixIn(Base: typeof socketserver.TCPServer) {
  return class extends Base {
    static most = 2;

    // Yours: a hook of the server's.
  };
}

export class Handler extends socketserver.StreamRequestHandler {
  override handle(): void {
    this.wfile.write(b`welcome\n`);
    for (let line; (line = this.rfile.readline(1024)).at(-1) === 0x0a;)
      this.wfile.write(Buffer.concat([b`Hello, `, line]));
  }
}

const { TCPServer, UnixStreamServer } = socketserver;
// Yours: clients at the same time.
export class Server extends CrowdMixIn(TCPServer) {
  static override allow_reuse_address = true;
}
export class UnixServer extends CrowdMixIn(UnixStreamServer) {}

export function main(): void {
  const parser = new ArgumentParser({ description: "Greets a few." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 1234 });
  parser.add_argument("--path");
  parser.add_argument("--max", { type: "int", default: 2 });
  const args = parser.parse_args();

  const Class = args.path ? UnixServer : Server;
  Class.most = args.max;
  const server = new Class(args.path ?? [args.host, args.port], Handler);
  const [host, port] = server.server_address;
  print("listening on", args.path ?? `${host}:${port}`);
  server.serve_forever();
}

run(main);
