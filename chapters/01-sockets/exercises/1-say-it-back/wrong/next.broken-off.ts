/**
 * Wrong: a client that breaks off ends the server.
 */
import { ArgumentParser } from "argparse";
import { print, run } from "@netnotes/stdlib/builtins";
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
    let chunk: Buffer;
    while ((chunk = conn.recv(65536)).length > 0) conn.sendall(chunk);
    conn.close();
  }
}

run(main);
