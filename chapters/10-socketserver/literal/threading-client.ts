/**
 * Sends each line that you type, and prints the server's answer to it.
 *
 *     pnpm chapter 10 threading-client
 */
import { ArgumentParser } from "argparse";
import { EOFError, input, printWith, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";

export function main(): void {
  const parser = new ArgumentParser({
    description: "Sends what you type, line by line.",
  });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 1234 });
  const args = parser.parse_args();
  if (!(args.port >= 0 && args.port <= 65535)) {
    parser.error("--port must be 0-65535");
  }

  // step connect: socket and connect in one call
  const client = socket.create_connection([args.host, args.port]);

  // step file: the connection as a file of bytes, which knows where a line ends
  const file = client.makefile("rwb");

  while (true) {
    // step receive: the greeting, and then an answer for each line
    const answer = file.readline();
    if (answer.length === 0) {
      printWith({ file: 2 }, "the server has ended the connection");
      process.exit(1);
    }
    printWith({ end: "" }, codecs.decode(answer, "utf-8", "replace"));

    // step input: the end of the input ends the conversation
    let name: string;
    try {
      name = input("Name: ");
    } catch (error) {
      if (!(error instanceof EOFError)) throw error;
      break;
    }

    // step send: the newline says where the message ends
    file.write(codecs.encode(`${name}\n`, "utf-8"));
    file.flush();
  }

  // step close: the file, too, holds the connection
  file.close();
  client.close();
}

run(main);
