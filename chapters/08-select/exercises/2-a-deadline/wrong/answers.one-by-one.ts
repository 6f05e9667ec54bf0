/**
 * Wrong: waits for one client after the other.
 */
import { ArgumentParser } from "argparse";
import {
  b,
  OSError,
  print,
  run,
  TimeoutError,
} from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import * as time from "@netnotes/stdlib/time";

export function main(): void {
  const parser = new ArgumentParser({ description: "Greets in time." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 8888 });
  parser.add_argument("--timeout", { type: "float", default: 5 });
  const args = parser.parse_args();

  const server = socket.create_server([args.host, args.port], { backlog: 128 });
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  while (true) {
    const [conn] = server.accept();
    const due = time.monotonic() + args.timeout;
    try {
      let said: Buffer = Buffer.alloc(0);
      while (!said.includes("\n")) {
        conn.settimeout(Math.max(due - time.monotonic(), 0.001));
        const data = conn.recv(1024);
        if (data.length === 0) break;
        said = Buffer.concat([said, data]);
      }
      const name = said.subarray(0, said.indexOf("\n"));
      const answer = Buffer.concat([b`Hello, `, name, b`!\n`]);
      if (said.includes("\n")) conn.sendall(answer);
    } catch (error) {
      if (!(error instanceof OSError)) throw error;
      if (error instanceof TimeoutError) conn.sendall(b`too late\n`);
    }
    conn.close();
  }
}

run(main);
