/**
 * A call of shutdown waits for the loop to end: from within the loop it waits for ever.
 *
 * It sets a flag, at which serve_forever looks twice a second. So it has to be called from another
 * thread; a handler is in another one only with ThreadingMixIn.
 *
 *     pnpm chapter 10 proof shutdown
 */
import { holds, shows } from "@netnotes/course/proof";
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

/** Greets, and ends the server. */
export class Handler extends StreamRequestHandler {
  override handle(): void {
    this.wfile.write(b`last one`);
    this.server.shutdown();
    this.wfile.write(b`, and it has ended`);
  }
}

export class Synchronous extends TCPServer {}
export class Threading extends ThreadingMixIn(TCPServer) {}

/** A server whose loop runs in a thread, and what can be asked of it. */
function started(Server: typeof TCPServer): [server: TCPServer, loop: threading.Thread] {
  const server = new Server(["127.0.0.1", 0], Handler);
  const loop = new threading.Thread({ target: serve_forever, args: [hand_over(server), 0.02] });
  loop.start();
  return [server, loop];
}

function connect({ server_address }: TCPServer): socket.Socket {
  const client = socket.create_connection(server_address as socket.InetAddress);
  client.settimeout(10);
  return client;
}

function fromAnotherThread(): void {
  const [server, loop] = started(Synchronous);
  server.shutdown();
  loop.join(10);
  shows("from another thread: the loop runs on", loop.is_alive(), false);
  server.server_close();
}

function fromTheLoop(): void {
  const [server, loop] = started(Synchronous);
  const client = connect(server);
  shows("from a handler in the loop; the client hears", client.recv(1024).toString(), "last one");
  server.switch.shutdown_request.wait(10);
  shows("shutdown has asked the loop to end", server.switch.shutdown_request.is_set(), true);
  loop.join(0.5);
  shows("half a second later the loop runs on", loop.is_alive(), true);
  shows("and it has not said that it is over", server.switch.is_shut_down.is_set(), false);

  // Nobody else would ever say so: say it in the loop's place.
  server.switch.is_shut_down.set();
  loop.join(10);
  shows("told that it is over, it is: the loop runs on", loop.is_alive(), false);
  client.close();
  server.server_close();
}

function fromAHandlersThread(): void {
  const [server, loop] = started(Threading);
  const client = connect(server);
  const heard = client.makefile("rb").read().toString();
  shows("from a handler's own thread; the client hears", heard, "last one, and it has ended");
  loop.join(10);
  shows("and the loop runs on", loop.is_alive(), false);
  client.close();
  server.server_close();
}

export function main(): void {
  fromAnotherThread();
  fromTheLoop();
  fromAHandlersThread();
  const server = new Synchronous(["127.0.0.1", 0], Handler);
  server.switch.shutdown_request.set();
  server.serve_forever();
  holds("asked before it begins, serve_forever ends at once", true, "it has returned");
  server.server_close();
}

run(main);
