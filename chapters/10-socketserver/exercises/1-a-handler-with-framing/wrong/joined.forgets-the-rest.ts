/**
 * Wrong: reads well, and forgets what is behind the message.
 */
import { ArgumentParser } from "argparse";
import { b, print, run } from "@netnotes/stdlib/builtins";
import {
  StreamRequestHandler,
  TCPServer,
} from "../../../literal/socketserver.ts";

const MOST = 1_000_000;

class Handler extends StreamRequestHandler {
  override handle(): void {
    let message: Buffer | undefined;
    while ((message = this.#message())) {
      const answer = Buffer.from(message).reverse();
      const length = Buffer.from(`${answer.length}:`);
      this.wfile.write(Buffer.concat([length, answer, b`,`]));
    }
  }

  #message(): Buffer | undefined {
    const colon = () => said.indexOf(":");
    let said: Buffer = Buffer.alloc(0);
    let end = Infinity;
    while (said.length < end) {
      const data = this.request.recv(65536);
      said = Buffer.concat([said, data]);
      const digits = said.toString("latin1").split(":", 1)[0]!;
      if (data.length === 0 || !/^[0-9]{1,7}$/.test(digits)) return undefined;
      if (colon() > 0) end = colon() + Number(digits) + 2;
      if (colon() > 0 && Number(digits) > MOST) return undefined;
    }
    return said[end - 1] === 44
      ? said.subarray(colon() + 1, end - 1)
      : undefined;
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
