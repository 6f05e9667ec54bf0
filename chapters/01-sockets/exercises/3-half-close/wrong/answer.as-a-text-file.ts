/**
 * Wrong: reads a file of text, which makes of each line end a \n.
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
  conn.shutdown(socket.SHUT_WR);

  const answer = conn.makefile("r");
  for (const line of answer) sys.stdout.write(line);
  answer.close();
  conn.close();
}

run(main);
