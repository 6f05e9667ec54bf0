/** Fails as its client asks it to: a fault of the handler, or a call that fails. */
import { b, print, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import { StreamRequestHandler, TCPServer } from "../literal/socketserver.ts";

class Handler extends StreamRequestHandler {
  override handle(): void {
    if (this.rfile.readline().toString() === "fault\n") throw new TypeError("a fault of ours");
    this.request.shutdown(socket.SHUT_WR);
    this.wfile.write(b`too late`);
  }
}

function main(): void {
  const server = new TCPServer(["127.0.0.1", 0], Handler);
  const [host, port] = server.server_address;
  print(`listening on ${host}:${port}`);
  server.serve_forever();
}

run(main);
