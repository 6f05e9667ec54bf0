/**
 * Sends its input, says that this was all, and prints the answer.
 *
 *     pnpm exercise 01.3
 */
import { ArgumentParser } from "argparse";
import { run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import * as sys from "@netnotes/stdlib/sys";

export function main(): void {
  const parser = new ArgumentParser({ description: "Asks with its input." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 2121 });
  const args = parser.parse_args();

  const conn = socket.create_connection([args.host, args.port]);
  conn.sendall(Buffer.from(sys.stdin.read()));
  // Yours: say that this was all; then print everything that comes back.
  conn.close();
}

run(main);
