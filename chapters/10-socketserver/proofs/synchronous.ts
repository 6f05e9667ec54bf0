/**
 * The four servers handle one request at a time; a mixin handles each as it comes.
 *
 * While the first client is silent the second one is connected, by the kernel, and that is all it
 * gets. See also 03 proof one-at-a-time.
 *
 *     pnpm chapter 10 proof synchronous
 */
import { outcome, shows } from "@netnotes/course/proof";
import { b, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import * as threading from "@netnotes/stdlib/threading";
import {
  hand_over,
  serve_forever,
  StreamRequestHandler,
  TCPServer,
  ThreadingMixIn,
} from "../literal/socketserver.ts";

export { process_request_elsewhere, serve_forever } from "../literal/socketserver.ts";

/** Answers one line. */
export class Handler extends StreamRequestHandler {
  override handle(): void {
    if (this.rfile.readline().length > 0) this.wfile.write(b`Thank you`);
  }
}

export class Synchronous extends TCPServer {}
export class Threading extends ThreadingMixIn(TCPServer) {}

/** Two clients come, and the first says nothing. */
function visit(Server: typeof TCPServer): void {
  const server = new Server(["127.0.0.1", 0], Handler);
  const loop = new threading.Thread({ target: serve_forever, args: [hand_over(server), 0.02] });
  loop.start();
  const [silent, eager] = [0, 1].map(() =>
    socket.create_connection(server.server_address as socket.InetAddress),
  ) as [socket.Socket, socket.Socket];
  eager.sendall(b`hello\n`);

  const threads = Server === Threading;
  eager.settimeout(threads ? 10 : 0.2);
  const how = threads ? "with ThreadingMixIn" : "without a mixin";
  shows(
    `${how}, the first client is silent; the second hears`,
    outcome(() => eager.recv(1024)),
    threads ? "ok" : "timed out",
  );
  silent.close();
  if (!threads) {
    eager.settimeout(10);
    shows("the first one leaves; the second hears", eager.recv(1024).toString(), "Thank you");
  }
  eager.close();
  server.shutdown();
  loop.join();
  server.server_close();
}

export function main(): void {
  visit(Synchronous);
  visit(Threading);
}

run(main);
