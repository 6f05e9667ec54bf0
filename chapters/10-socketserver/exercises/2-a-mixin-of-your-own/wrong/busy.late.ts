/**
 * Wrong: lets a client wait before it says that it is busy, and all behind it.
 */
import { ArgumentParser } from "argparse";
import { b, print, run } from "@netnotes/stdlib/builtins";
import type { Address, Socket } from "@netnotes/stdlib/socket";
import { active_count } from "@netnotes/stdlib/threading";
import * as time from "@netnotes/stdlib/time";
import * as socketserver from "../../../literal/socketserver.ts";

// A thread finds what it is to run, and the classes, among the exports.
export { process_request_elsewhere } from "../../../literal/socketserver.ts";

/** Hands on as many requests at a time as may be; the others hear "busy". */
function CrowdMixIn(Base: typeof socketserver.TCPServer) {
  return class extends Base {
    static most = 2;
    override process_request(request: socketserver.Request, from: Address) {
      const { most } = this.constructor as ReturnType<typeof CrowdMixIn>;
      // A thread each, and the main one.
      if (active_count() <= most) return super.process_request(request, from);
      time.sleep(0.8);
      (request as Socket<Address>).sendall(b`busy\n`);
      this.shutdown_request(request);
    }
  };
}

export class Handler extends socketserver.StreamRequestHandler {
  override handle(): void {
    this.wfile.write(b`welcome\n`);
    for (let line; (line = this.rfile.readline(1024)).at(-1) === 0x0a;)
      this.wfile.write(Buffer.concat([b`Hello, `, line]));
  }
}

// From the outside in: first counted, and only then given a thread.
const { TCPServer, ThreadingMixIn, UnixStreamServer } = socketserver;
export class Server extends CrowdMixIn(ThreadingMixIn(TCPServer)) {
  static override allow_reuse_address = true;
}
export class UnixServer extends CrowdMixIn(ThreadingMixIn(UnixStreamServer)) {}

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
