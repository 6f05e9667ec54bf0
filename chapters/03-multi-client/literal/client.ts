/**
 * Is greeted, says three names and hears each one answered, and ends.
 *
 *     pnpm chapter 03 client
 */
import { ArgumentParser } from "argparse";
import { b, print, printWith, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";

export function main(): void {
  const parser = new ArgumentParser({
    description: "Says three names, one by one.",
  });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 9999 });
  const args = parser.parse_args();

  // step socket: an endpoint for TCP over IPv4, connected to nothing yet
  const client = socket.socket(socket.AF_INET, socket.SOCK_STREAM);

  // step connect: the kernel has us connected before the server takes us
  client.connect([args.host, args.port]);

  // step greeting: nothing marks its end, but both sides know how long it is
  // corrected: one recv is not one message (01 proof stream)
  print(receive(client, "Welcome!"));

  for (const name of ["alice", "bob", "jack"]) {
    // step send: one name; a second one now might arrive joined to it
    client.sendall(codecs.encode(name, "utf-8"));

    // step receive: the whole answer, before the next name
    print(receive(client, `Hello, ${name}!`));
  }

  // step exit: the word that ends the conversation
  client.sendall(b`exit`);

  // step close: give the socket back to the kernel
  client.close();
}

// step whole: read until so many bytes are here as the answer must have
function receive(client: socket.Socket, expected: string): string {
  const length = codecs.encode(expected, "utf-8").length;
  let answer = Buffer.alloc(0);
  while (answer.length < length) {
    const chunk = client.recv(length - answer.length);
    if (chunk.length === 0) {
      printWith({ file: 2 }, "the server left before it had answered");
      process.exit(1);
    }
    answer = Buffer.concat([answer, chunk]);
  }
  return codecs.decode(answer, "utf-8", "replace");
}

run(main);
