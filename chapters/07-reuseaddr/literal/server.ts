/**
 * Greets one client, prints what it answers, and ends, to be started again.
 *
 * Whether it can be started again at once depends on who closed first, and on --reuse:
 *
 *     pnpm chapter 07 server --reuse off
 *     pnpm chapter 07 client
 */
import { ArgumentParser } from "argparse";
import { b, print, repr, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";

export function main(): void {
  const parser = new ArgumentParser({
    description: "Greets one client, and ends.",
  });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 2121 });
  parser.add_argument("--reuse", {
    choices: ["on", "off", "late"],
    default: "on",
    help: "SO_REUSEADDR before bind, not at all, or last, as in the notes",
  });
  const args = parser.parse_args();

  // step socket: an endpoint for TCP over IPv4, connected to nothing yet
  const server = socket.socket(socket.AF_INET, socket.SOCK_STREAM);

  // step reuse: bind even while old connections of this port wait to die
  // corrected: the notes set it last, when all is over (proof late)
  if (args.reuse === "on") {
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1);
  }

  // step bind: take an address of this host
  // corrected: 192.168.13.157 is one computer's own (01 proof addresses)
  server.bind([args.host, args.port]);

  // step listen: from here on the kernel itself completes handshakes
  server.listen(5);
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);
  print("等待客户端连接中.....");

  // step accept: a socket of its own, which has the option if the listener has
  const [conn, addr] = server.accept();

  // step send: all of it, however many pieces the kernel takes
  conn.sendall(b`Welcome to study socket!`);

  // step receive: a newline marks the message's end, or else the client's closing
  // corrected: one recv is not one message (01 proof stream)
  let message = b``;
  let chunk: Buffer;
  while (!message.includes("\n") && (chunk = conn.recv(1024)).length > 0) {
    message = Buffer.concat([message, chunk]);
  }
  const [text] = codecs.decode(message, "utf-8", "replace").split("\n");
  print(`服务器端收到 ${repr(addr)} 发送的信息: ${text}`);

  // step close: if the client has not closed yet, this side will have to wait
  conn.close();

  // step late: where the notes have it, with no effect on anything any more
  if (args.reuse === "late") {
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1);
  }

  // step end: nobody listens now, yet a connection that waits keeps the port
  server.close();
}

run(main);
