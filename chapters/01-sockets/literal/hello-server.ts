/**
 * Thanks every client for connecting, one after the other, for ever.
 *
 *     pnpm chapter 01 hello-server
 *     pnpm chapter 01 hello-client
 */
import { ArgumentParser } from "argparse";
import { b, OSError, print, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

export function main(): void {
  const parser = new ArgumentParser({
    description: "Thanks every client for connecting.",
  });
  parser.add_argument("--host", {
    default: "127.0.0.1",
    help: `an address or a name of this host, such as ${socket.gethostname()}`,
  });
  parser.add_argument("--port", { type: "int", default: 1234 });
  const args = parser.parse_args();

  // step socket: no arguments mean TCP over IPv4
  const server = socket.socket();

  // step reuse: bind even while old connections of this port wait to die
  // corrected: the notes wait for a while instead (proof reuse)
  server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1);

  // step bind: take an address of this host
  // corrected: gethostname() may be one address only (proof addresses)
  server.bind([args.host, args.port]);

  // step listen: room for clients that wait to be accepted
  // corrected: this limits that queue, not the clients (proof backlog)
  server.listen(5);
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  while (true) {
    // step accept: wait for the next client
    const [conn, addr] = server.accept();
    print("Got connection from", addr);

    // step send: a client that is gone already costs only itself
    try {
      conn.sendall(b`Thank you for connecting`);
    } catch (error) {
      if (!(error instanceof OSError)) throw error;
      print("lost", addr, error.code);
    }

    // step close: this connection; the listening socket goes on
    conn.close();
  }
}

run(main);
