/**
 * Wrong: ends both directions, the one of the answer too.
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
  conn.shutdown(socket.SHUT_RDWR);

  const chunks: Buffer[] = [];
  let chunk: Buffer;
  while ((chunk = conn.recv(65536)).length > 0) chunks.push(chunk);
  sys.stdout.write(Buffer.concat(chunks).toString());
  conn.close();
}

run(main);
