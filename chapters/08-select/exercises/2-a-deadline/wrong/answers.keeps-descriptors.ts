/**
 * Wrong: shuts a connection down, and keeps its descriptor.
 */
import { ArgumentParser } from "argparse";
import { b, OSError, print, run } from "@netnotes/stdlib/builtins";
import * as select from "@netnotes/stdlib/select";
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

  const over: socket.Socket[] = [];
  const clients = new Map<socket.Socket, { said: Buffer; due: number }>();
  while (true) {
    const [first] = clients.values();
    const left = first && Math.max(0, first.due - time.monotonic());
    const [rs] = select.select([server, ...clients.keys()], [], [], left);
    const ready = new Set(rs);
    for (const [conn, client] of clients) {
      try {
        const data = ready.has(conn) ? conn.recv(1024) : undefined;
        if (data) client.said = Buffer.concat([client.said, data]);
        const end = client.said.indexOf("\n");
        const name = client.said.subarray(0, end);
        if (end >= 0) conn.sendall(Buffer.concat([b`Hello, `, name, b`!\n`]));
        else if (client.due <= time.monotonic()) conn.sendall(b`too late\n`);
        else if (data?.length !== 0) continue;
      } catch (error) {
        if (!(error instanceof OSError)) throw error;
        print("lost a client:", error.code);
      }
      clients.delete(conn);
      over.push(conn);
      try {
        conn.shutdown(socket.SHUT_RDWR);
      } catch {}
    }
    if (ready.has(server)) {
      const due = time.monotonic() + args.timeout;
      clients.set(server.accept()[0], { said: Buffer.alloc(0), due });
    }
  }
}

run(main);
