/**
 * Passes on what each client says to another server, and what that answers.
 *
 *     pnpm exercise 08.3
 */
import { ArgumentParser } from "argparse";
import { OSError, print, run } from "@netnotes/stdlib/builtins";
import * as select from "@netnotes/stdlib/select";
import * as socket from "@netnotes/stdlib/socket";

export function main(): void {
  const parser = new ArgumentParser({ description: "Passes it on." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 8888 });
  parser.add_argument("--to-port", { type: "int", required: true });
  const args = parser.parse_args();

  const server = socket.create_server([args.host, args.port], { backlog: 128 });
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  const p = select.poll();
  p.register(server, select.POLLIN);
  while (true) {
    for (const [fd] of p.poll()) {
      try {
        if (fd === server.fileno()) {
          const [client] = server.accept();
          const to = socket.create_connection(["127.0.0.1", args.to_port]);
          // Yours: to wait for both, and to know who belongs to whom.
          to.close();
          client.close();
        }
        // Yours: to pass on what has come, and each side's end.
      } catch (error) {
        if (!(error instanceof OSError)) throw error;
        print("lost a connection:", error.code);
      }
    }
  }
}

run(main);
