/**
 * Connects, prints what the server says, and ends.
 *
 *     pnpm chapter 10 client
 */
import { ArgumentParser } from "argparse";
import { print, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";

export function main(): void {
  const parser = new ArgumentParser({
    description: "Prints what the server says.",
  });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 1234 });
  const args = parser.parse_args();

  // step socket: no arguments mean TCP over IPv4
  const client = socket.socket();

  // step connect: a name would be looked up first, and its address used
  client.connect([args.host, args.port]);

  // step receive: until the server closes
  // corrected: one recv is not one message (01 proof stream)
  const message: Buffer[] = [];
  let chunk: Buffer;
  while ((chunk = client.recv(1024)).length > 0) message.push(chunk);
  print(codecs.decode(Buffer.concat(message), "utf-8", "replace"));

  // step close: give the socket back to the kernel
  client.close();
}

run(main);
