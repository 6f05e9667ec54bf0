/**
 * Wrong: accepts nobody any more, but goes on listening.
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

  const threads: threading.Thread<[socket.Socket]>[] = [];
  while (true) {
    const [ready] = select.select([server, sys.stdin], [], []);
    if (!ready.includes(server)) break;
    const [conn] = server.accept();
    const thread = new threading.Thread({ target: talk, args: [conn] });
    thread.start();
    threads.push(thread);
  }
  print("stopping");
  for (const thread of threads) thread.join();
  server.close();
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
