/**
 * Serves one client after the other: while one is there, all others wait.
 *
 * Start it first, and clients in two other terminals:
 *
 *     pnpm chapter 03 iterative-server
 *     pnpm chapter 03 one-client
 */
import { ArgumentParser } from "argparse";
import { b, OSError, print, repr, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";

export function main(): void {
  const parser = new ArgumentParser({
    description: "Serves one client after the other.",
  });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 2121 });
  const args = parser.parse_args();

  // step socket: an endpoint for TCP over IPv4, connected to nothing yet
  const server = socket.socket(socket.AF_INET, socket.SOCK_STREAM);

  // step reuse: bind even while old connections of this port wait to die
  // corrected: set in the loop it comes too late for this run (01 proof reuse)
  server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1);

  // step bind: take an address of this host
  server.bind([args.host, args.port]);

  // step listen: clients wait here, connected, until it is their turn
  // corrected: that makes no server of many clients (proof one-at-a-time)
  server.listen(128);
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  while (true) {
    // step accept: the next one, once the one before has left
    const [conn, addr] = server.accept();

    try {
      // step send: all of it, however many pieces the kernel takes
      conn.sendall(b`back_data`);

      // step receive: the client's closing marks where its message ends
      // corrected: one recv is not one message (01 proof stream)
      const message: Buffer[] = [];
      let chunk: Buffer;
      while ((chunk = conn.recv(1024)).length > 0) message.push(chunk);
      const text = codecs.decode(Buffer.concat(message), "utf-8", "replace");
      print(`${repr(addr)}: ${text}`);
    } catch (error) {
      // step lost: a client that vanishes costs only its own connection
      // corrected: a bare except keeps Ctrl+C, too (proof one-at-a-time)
      if (!(error instanceof OSError)) throw error;
      print("断开连接");
    }

    // step close: this connection; the next one's turn has come
    conn.close();
  }
}

run(main);
