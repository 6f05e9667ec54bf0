/**
 * Wrong: counts down in a thread, which has a server of its own.
 */
import { ArgumentParser } from "argparse";
import { b, print, run } from "@netnotes/stdlib/builtins";
import type { Address, Socket } from "@netnotes/stdlib/socket";
import * as socketserver from "../../../literal/socketserver.ts";

export { process_request_elsewhere } from "../../../literal/socketserver.ts";

function CrowdMixIn(Base: typeof socketserver.TCPServer) {
  return class extends Base {
    static most = 2;
    #count = 0;

    override process_request(request: socketserver.Request, from: Address) {
      const { most } = this.constructor as ReturnType<typeof CrowdMixIn>;
      if (this.#count < most && (this.#count += 1))
        return super.process_request(request, from);
      (request as Socket<Address>).sendall(b`busy\n`);
      this.shutdown_request(request);
    }

    override finish_request(request: socketserver.Request, from: Address) {
      super.finish_request(request, from);
      this.#count -= 1;
    }
  };
}

export class Handler extends socketserver.StreamRequestHandler {
  override handle(): void {
    this.wfile.write(b`welcome\n`);
    let line: Buffer;
    while ((line = this.rfile.readline(1024)).at(-1) === 0x0a)
      this.wfile.write(Buffer.concat([b`Hello, `, line]));
  }
}

const { TCPServer, ThreadingMixIn, UnixStreamServer } = socketserver;
export class Server extends CrowdMixIn(ThreadingMixIn(TCPServer)) {}
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
