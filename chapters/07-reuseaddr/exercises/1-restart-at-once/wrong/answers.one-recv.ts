/**
 * Wrong: takes what one recv brings for a line.
 */
import { ArgumentParser } from "argparse";
import { b, OSError, print, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";

export function main(): void {
  const parser = new ArgumentParser({ description: "Can be restarted." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 2121 });
  const args = parser.parse_args();

  const server = socket.socket(socket.AF_INET, socket.SOCK_STREAM);
  // It is bind that refuses, so it must know by then. What is accepted here has
  // the option, too, and will be asked for it when the next run binds.
  server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1);
  server.bind([args.host, args.port]);
  server.listen(5);
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  while (true) {
    const [conn] = server.accept();
    talk(conn);
  }
}

/** Greets a client, answers its lines until `exit`, and then closes first. */
function talk(conn: socket.Socket): void {
  try {
    conn.sendall(b`Welcome!\n`);
    while (true) {
      const line = conn.recv(1024).toString();
      if (line === "exit\n") break;
      conn.sendall(codecs.encode(`Hello, ${line.trimEnd()}!\n`));
    }
  } catch (error) {
    // A client that breaks off ends its own conversation only.
    if (!(error instanceof OSError)) throw error;
    print("lost a client:", error.code);
  }
  conn.close();
}

run(main);
