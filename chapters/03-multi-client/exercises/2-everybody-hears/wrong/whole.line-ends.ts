/**
 * Wrong: takes a carriage return at the end of a line for a part of its end.
 */
import { ArgumentParser } from "argparse";
import { b, OSError, print, run } from "@netnotes/stdlib/builtins";
import * as select from "@netnotes/stdlib/select";
import * as socket from "@netnotes/stdlib/socket";

export function main(): void {
  const parser = new ArgumentParser({ description: "Everybody hears." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 9999 });
  const args = parser.parse_args();

  const server = socket.socket(socket.AF_INET, socket.SOCK_STREAM);
  server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1);
  server.bind([args.host, args.port]);
  server.listen(128);
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  const clients = new Map<socket.Socket, Buffer>(); // each with half a line
  while (true) {
    const [ready] = select.select([server, ...clients.keys()], [], []);
    for (const s of ready) {
      if (s === server) {
        const [conn] = server.accept();
        clients.set(conn, b``);
        unlessGone(() => conn.sendall(b`Welcome!\n`));
        continue;
      }
      const chunk = unlessGone(() => s.recv(1024)) ?? b``;
      const text = Buffer.concat([clients.get(s) ?? b``, chunk]);
      const end = text.lastIndexOf("\n") + 1; // 0 when no line is whole
      const lines = text.subarray(0, end);
      clients.set(s, text.subarray(end));
      const said = lines.toString("latin1").replaceAll("\r\n", "\n");
      for (const other of clients.keys()) {
        if (other !== s)
          unlessGone(() => other.sendall(Buffer.from(said, "latin1")));
      }
      if (chunk.length === 0) {
        clients.delete(s);
        s.close();
      }
    }
  }
}

/** What the call returns; nothing when the client is gone. */
function unlessGone<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch (error) {
    if (!(error instanceof OSError)) throw error;
    return undefined; // the next read from it tells, and closes it
  }
}

run(main);
