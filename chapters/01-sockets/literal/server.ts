/**
 * Greets one client, prints what it answers, and ends.
 *
 * Start it first, and a client in a second terminal:
 *
 *     pnpm chapter 01 server
 *     pnpm chapter 01 client
 */
import { ArgumentParser } from "argparse";
import { b, print, repr, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";

export function main(): void {
  const parser = new ArgumentParser({ description: "Greets one client." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 2121 });
  const args = parser.parse_args();

  // step socket: an endpoint for TCP over IPv4, connected to nothing yet
  const server = socket.socket(socket.AF_INET, socket.SOCK_STREAM);

  // step reuse: bind even while old connections of this port wait to die
  // corrected: without it a restart fails for a minute (proof reuse)
  server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1);

  // step bind: take an address of this host
  // corrected: 192.168.13.157 is one computer's own (proof addresses)
  server.bind([args.host, args.port]);

  // step listen: from here on the kernel itself completes handshakes
  server.listen(5);
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);
  print("等待客户端连接中.....");

  // step accept: take the first completed connection, as a socket of its own
  const [conn, addr] = server.accept();

  // step send: all of it, however many pieces the kernel takes
  conn.sendall(b`Welcome to study socket!`);

  // step receive: the client's closing marks where its message ends
  // corrected: one recv is not one message (proof stream)
  const message: Buffer[] = [];
  let chunk: Buffer;
  while ((chunk = conn.recv(1024)).length > 0) message.push(chunk);
  const text = codecs.decode(Buffer.concat(message), "utf-8", "replace");
  print(`服务器端收到 ${repr(addr)} 发送的信息: ${text}`);

  // step close: both sockets, the client's and the listening one
  conn.close();
  server.close();
}

run(main);
