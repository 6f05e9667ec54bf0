/**
 * Connects to a path on this computer, and prints what the server says.
 *
 *     pnpm chapter 10 unix-client
 */
import { ArgumentParser } from "argparse";
import os from "node:os";
import { print, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";

const PATH = `${os.tmpdir()}/netnotes-10.sock`;

export function main(): void {
  const parser = new ArgumentParser({
    description: "Prints what the server says.",
  });
  parser.add_argument("--path", { default: PATH });
  const args = parser.parse_args();

  // step socket: an endpoint for a stream within this computer
  const client = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM);

  // step connect: whoever may write to the file may connect
  client.connect(args.path);

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
