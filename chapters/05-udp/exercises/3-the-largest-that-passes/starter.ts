/**
 * Prints the largest size at which a datagram passes.
 *
 *     pnpm exercise 05.3
 */
import { ArgumentParser } from "argparse";
import { print, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

export function main(): void {
  const parser = new ArgumentParser({ description: "Tries sizes." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 9999 });
  parser.add_argument("--timeout", { type: "float", default: 0.5 });
  parser.add_argument("--tries", { type: "int", default: 3 });
  parser.add_argument("sizes", { nargs: "+", type: "int" });
  const args = parser.parse_args();

  const client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM);
  client.connect([args.host, args.port]);

  let largest = 0;
  for (const size of args.sizes as number[]) {
    // Yours: a size may be refused, or lost, always or by accident; and an
    // answer may be to another one.
    client.send(Buffer.alloc(size));
    client.recv(100);
    largest = Math.max(largest, size);
  }
  print(largest);
}

run(main);
