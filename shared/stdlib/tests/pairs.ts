/** Two ends of a connection in one process: the kernel completes a connection before anybody accepts it. */
import { onTestFinished } from "vitest";
import * as socket from "../src/socket.ts";

/** Closes a socket when the test ends. */
export function closing<S extends socket.Socket<socket.Address>>(made: S): S {
  onTestFinished(() => made.close());
  return made;
}

/** A server on a free port of 127.0.0.1. */
export function listening(): socket.Socket {
  return closing(socket.create_server(["127.0.0.1", 0]));
}

/** A TCP connection over 127.0.0.1: the side that connected, and the side that accepted. */
export function connected(): [client: socket.Socket, server: socket.Socket] {
  const listener = listening();
  const client = closing(socket.create_connection(listener.getsockname()));
  const [server] = listener.accept();
  listener.close();
  return [client, closing(server)];
}

/** Two connected Unix sockets. */
export function pair(): [socket.Socket<string | Buffer>, socket.Socket<string | Buffer>] {
  const [a, z] = socket.socketpair();
  return [closing(a), closing(z)];
}
