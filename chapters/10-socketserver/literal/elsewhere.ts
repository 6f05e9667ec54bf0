/**
 * A server in another thread or process, where there are no objects of ours.
 *
 * What can be handed over is the socket, the switch, and classes by the names
 * under which the program exports them. A server of the same class is made
 * around them there.
 */
import type * as socket from "@netnotes/stdlib/socket";
import type { Connection, HandlerClass, Request } from "./base-server.ts";
import type { TCPServer } from "./servers.ts";
import type { Switch } from "./switch.ts";

/** Plain data, functions and sockets: whatever a thread's arguments may be. */
export interface Handed {
  readonly Server: typeof TCPServer;
  readonly Handler: HandlerClass;
  readonly address: socket.Address;
  readonly socket: Connection;
  readonly switch: Switch | undefined;
}

/** Packs a server. Events are for threads: a process gets a switch of its own. */
export function hand_over(
  server: TCPServer,
  to: "thread" | "process" = "thread",
): Handed {
  return {
    Server: server.its,
    Handler: server.RequestHandlerClass,
    address: server.server_address,
    socket: server.socket,
    switch: to === "thread" ? server.switch : undefined,
  };
}

/** The server of the same class, around the same socket. */
function taken_over(handed: Handed): TCPServer {
  const { Server, Handler, address } = handed;
  return new Server(address, Handler, false, handed);
}

/** What a thread or a process does with its request, errors included. */
export function process_request_elsewhere(
  request: Request,
  client_address: socket.Address,
  handed: Handed,
): void {
  const server = taken_over(handed);
  try {
    server.finish_request(request, client_address);
  } catch (error) {
    server.handle_error(request, client_address, error);
  } finally {
    server.shutdown_request(request);
  }
}

/**
 * Python's `Thread(target=server.serve_forever)`, whose target is a method:
 * `new Thread({ target: serve_forever, args: [hand_over(server)] })`.
 */
export function serve_forever(handed: Handed, poll_interval = 0.5): void {
  taken_over(handed).serve_forever(poll_interval);
}
