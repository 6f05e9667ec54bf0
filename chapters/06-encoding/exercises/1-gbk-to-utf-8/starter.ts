/**
 * Answers each line in GBK with the same line in UTF-8.
 *
 *     pnpm exercise 06.1
 */
import { ArgumentParser } from "argparse";
import { OSError, print, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

export function main(): void {
  const parser = new ArgumentParser({ description: "GBK in, UTF-8 out." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 6066 });
  const args = parser.parse_args();

  const server = socket.create_server([args.host, args.port]);
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  while (true) {
    const [conn] = server.accept();
    try {
      let chunk: Buffer;
      while ((chunk = conn.recv(1024)).length > 0) {
        // Yours: answer each line in UTF-8. A chunk is what has come, no line.
        conn.sendall(chunk);
      }
    } catch (error) {
      if (!(error instanceof OSError)) throw error;
      print("lost a client:", error.code);
    }
    conn.close();
  }
}

run(main);
