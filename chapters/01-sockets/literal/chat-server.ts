/**
 * Prints what one client says, for as long as the connection lasts.
 *
 * The client ends the chat with 886, or by leaving.
 *
 *     pnpm chapter 01 chat-server
 *     pnpm chapter 01 chat-client
 */
import { ArgumentParser } from "argparse";
import { print, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";

export function main(): void {
  const parser = new ArgumentParser({
    description: "Prints what one client says.",
  });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 6666 });
  const args = parser.parse_args();

  // step socket: an endpoint for TCP over IPv4, connected to nothing yet
  const server = socket.socket(socket.AF_INET, socket.SOCK_STREAM);

  // step reuse: bind even while old connections of this port wait to die
  // corrected: without it a restart fails for a minute (proof reuse)
  server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1);

  // step bind: take an address of this host
  server.bind([args.host, args.port]);

  // step listen: further clients wait in this queue and are never served
  server.listen(128);
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  // step accept: one client, one long connection
  const [conn] = server.accept();

  // step decoder: keeps half a character until the rest arrives
  // corrected: half a character ends the notes' server (proof stream)
  const decoder = codecs.getincrementaldecoder("utf-8")("replace");

  // step receive: print each read; two messages may arrive as one
  // corrected: the notes read an empty end for ever (proof ends)
  while (true) {
    const chunk = conn.recv(1024);
    const text = decoder.decode(chunk, chunk.length === 0);
    if (text) print(`服务端收到信息: ${text}`);
    if (chunk.length === 0 || text === "886") break;
  }

  // step close: both sockets, the client's and the listening one
  conn.close();
  server.close();
}

run(main);
