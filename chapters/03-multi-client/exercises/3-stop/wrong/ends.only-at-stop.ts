/**
 * Wrong: stops at the word stop only, and passes over any other line.
 */
import { ArgumentParser } from "argparse";
import { b, OSError, print, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as select from "@netnotes/stdlib/select";
import * as socket from "@netnotes/stdlib/socket";
import * as sys from "@netnotes/stdlib/sys";
import * as threading from "@netnotes/stdlib/threading";

export function main(): void {
  const parser = new ArgumentParser({ description: "Can be stopped." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 9999 });
  const args = parser.parse_args();

  const server = socket.socket(socket.AF_INET, socket.SOCK_STREAM);
  server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1);
  server.bind([args.host, args.port]);
  server.listen(128);
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  while (true) {
    const [ready] = select.select([server, sys.stdin], [], []);
    // First all who have connected: to close would reset those still waiting.
    if (!ready.includes(server)) {
      if (sys.stdin.readline() === "stop\n") break;
      continue;
    }
    const [conn] = server.accept();
    new threading.Thread({ target: talk, args: [conn] }).start();
  }
  server.close();
  print("stopping");
  // The threads are no daemons: the program ends with the last of them.
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
    if (!(error instanceof OSError)) throw error;
    print("lost a client:", error.code);
  }
  lines.close();
  conn.close();
}

run(main);
