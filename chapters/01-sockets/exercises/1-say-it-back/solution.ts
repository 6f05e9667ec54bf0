/**
 * Sends every client back what it says.
 *
 *     pnpm exercise 01.1 --solution
 */
import { ArgumentParser } from "argparse";
import { OSError, print, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

export function main(): void {
  const parser = new ArgumentParser({ description: "Sends it back." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 2121 });
  const args = parser.parse_args();

  const server = socket.socket(socket.AF_INET, socket.SOCK_STREAM);
  server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1);
  server.bind([args.host, args.port]);
  server.listen(5);
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  while (true) {
    const [conn] = server.accept();
    try {
      // An empty read is the client's end: nothing else reads as nothing.
      let chunk: Buffer;
      while ((chunk = conn.recv(65536)).length > 0) conn.sendall(chunk);
    } catch (error) {
      // A client that breaks off ends its own connection only.
      if (!(error instanceof OSError)) throw error;
      print("lost a client:", error.code);
    }
    conn.close();
  }
}

run(main);
