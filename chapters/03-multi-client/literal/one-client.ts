/**
 * Waits for its turn, says one line that you type, and ends.
 *
 *     pnpm chapter 03 one-client
 */
import { ArgumentParser } from "argparse";
import {
  b,
  EOFError,
  input,
  print,
  printWith,
  run,
} from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";

export function main(): void {
  const parser = new ArgumentParser({
    description: "Waits for its turn, says one line.",
  });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 2121 });
  const args = parser.parse_args();

  // step socket: an endpoint for TCP over IPv4, connected to nothing yet
  const client = socket.socket(socket.AF_INET, socket.SOCK_STREAM);

  // step connect: this succeeds at once, whoever is being served
  // corrected: it is the kernel that answers (proof one-at-a-time)
  client.connect([args.host, args.port]);
  print("connected", client.getsockname());

  // step greeting: it comes when our turn has come; both sides know its length
  let greeting = Buffer.alloc(0);
  while (greeting.length < b`back_data`.length) {
    const chunk = client.recv(b`back_data`.length - greeting.length);
    if (chunk.length === 0) {
      printWith({ file: 2 }, "the server left before our turn had come");
      process.exit(1);
    }
    greeting = Buffer.concat([greeting, chunk]);
  }
  print(codecs.decode(greeting, "utf-8", "replace"));

  // step input: as long as nothing is typed, nobody else gets a turn
  let line = "";
  try {
    line = input("客户端输入信息:");
  } catch (error) {
    if (!(error instanceof EOFError)) throw error;
  }

  // step send: all of it; an empty line sends nothing
  client.sendall(codecs.encode(line, "utf-8"));

  // step close: the server reads the end of the stream
  client.close();
}

run(main);
