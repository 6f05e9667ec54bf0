/**
 * Wrong: counts the characters of its answer, where a length is in bytes.
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
      const length = Buffer.from(`${answer.toString().length}:`);
      this.wfile.write(Buffer.concat([length, answer, b`,`]));
    }
  }

  #message(): Buffer | undefined {
    let digits = "";
    for (let byte; (byte = this.rfile.read(1).toString("latin1")) !== ":";) {
      if (!/^[0-9]$/.test(byte) || digits.length === 7) return undefined;
      digits += byte;
    }
    if (digits === "" || Number(digits) > MOST) return undefined;
    const message = this.rfile.read(Number(digits));
    return this.rfile.read(1).toString() === "," ? message : undefined;
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
