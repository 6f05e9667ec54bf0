/**
 * Wrong: closes our copy of a connection only when the next one comes.
 */
import { ArgumentParser } from "argparse";
import { b, OSError, print, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as multiprocessing from "@netnotes/stdlib/multiprocessing";
import * as socket from "@netnotes/stdlib/socket";

export function main(): void {
  const parser = new ArgumentParser({ description: "Answers each line." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 9999 });
  const args = parser.parse_args();

  const server = socket.socket(socket.AF_INET, socket.SOCK_STREAM);
  server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1);
  server.bind([args.host, args.port]);
  server.listen(128);
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  let last: socket.Socket | undefined;
  while (true) {
    const [conn] = server.accept();
    const child = new multiprocessing.Process({
      target: talk,
      args: [conn],
      daemon: true,
    });
    child.start();
    last?.close();
    last = conn;
  }
}

/** Speaks with one client until it has ended; meanwhile its caller waits. */
export function talk(conn: socket.Socket): void {
  const lines = conn.makefile("r", { errors: "replace" });
  try {
    conn.sendall(b`Welcome!\n`);
    for (const line of lines) {
      conn.sendall(codecs.encode(`Hello, ${line.trimEnd()}!\n`));
    }
  } catch (error) {
    // A client that breaks off ends its own conversation only.
    if (!(error instanceof OSError)) throw error;
    print("lost a client:", error.code);
  }
  lines.close();
  conn.close();
}

run(main);
