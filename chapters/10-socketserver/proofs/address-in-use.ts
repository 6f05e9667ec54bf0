/**
 * A server of this module can't be restarted at once, unless allow_reuse_address is set.
 *
 * It is False by default. The module's servers close first, so the wait (TIME_WAIT) is theirs. See
 * also chapter 07, socket(7).
 *
 *     pnpm chapter 10 proof address-in-use
 */
import { outcome, shows } from "@netnotes/course/proof";
import { b, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import { StreamRequestHandler, TCPServer, UDPServer } from "../literal/socketserver.ts";

class Handler extends StreamRequestHandler {
  override handle(): void {
    this.wfile.write(b`Thank you for connecting`);
  }
}

class ReusingServer extends TCPServer {
  static override allow_reuse_address = true;
}

/** Serves one client, as the notes' server does, and ends. Returns where it was. */
function serveOnce(Server: typeof TCPServer): socket.Address {
  const server = new Server(["127.0.0.1", 0], Handler);
  const client = socket.create_connection(server.server_address as socket.InetAddress);
  server.handle_request();
  // All of it read, up to the end: so the server has closed first, and the client second.
  while (client.recv(1024).length > 0);
  client.close();
  server.server_close();
  return server.server_address;
}

function restart(Server: typeof TCPServer, address: socket.Address): string {
  return outcome(() => new Server(address, Handler).server_close());
}

export function main(): void {
  shows("the default of allow_reuse_address", TCPServer.allow_reuse_address, false);
  shows(
    "a server that has served a client, started again",
    restart(TCPServer, serveOnce(TCPServer)),
    "EADDRINUSE",
  );
  shows("with allow_reuse_address in both", restart(ReusingServer, serveOnce(ReusingServer)), "ok");

  const first = new ReusingServer(["127.0.0.1", 0], Handler);
  shows(
    "but not beside one that is listening",
    restart(ReusingServer, first.server_address),
    "EADDRINUSE",
  );
  first.server_close();

  const udp = new UDPServer(["127.0.0.1", 0], Handler);
  const { server_address: address } = udp;
  udp.server_close();
  shows("UDP has no connections that linger: restarted", restart(UDPServer, address), "ok");
}

run(main);
