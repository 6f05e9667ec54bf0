/**
 * Asks the server how many primes there are up to some numbers.
 *
 *     pnpm chapter 09 client
 *     pnpm chapter 09 client 10000000 10000000
 */
import { ArgumentParser } from "argparse";
import { print, printWith, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";

const POWERS = [10, 100, 1_000, 10_000, 100_000, 1_000_000];

export function main(): void {
  const parser = new ArgumentParser({
    description: "Asks for primes up to some numbers.",
  });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 9090 });
  parser.add_argument("numbers", { type: "int", nargs: "*", default: POWERS });
  const args = parser.parse_args();

  // step socket: an endpoint for TCP over IPv4, connected to nothing yet
  const client = socket.socket(socket.AF_INET, socket.SOCK_STREAM);

  // step connect: the server's parent process takes us, and stays in between
  client.connect([args.host, args.port]);

  // step lines: read as a file of text, an answer is a line however it comes
  const answers = client.makefile("r", { errors: "replace", newline: "\n" });

  for (const number of args.numbers) {
    let answer = "ask again";
    // step again: counting changes nothing, so that asking twice does no harm
    while (answer.endsWith("ask again")) {
      // step ask: a number on a line of its own
      client.sendall(codecs.encode(`${number}\n`, "utf-8"));

      // step answer: one line for one, and who has counted
      const line = answers.readline();
      if (!line.endsWith("\n")) {
        printWith({ file: 2 }, "the server left before it had answered");
        process.exit(1);
      }
      answer = line.slice(0, -1);
      print(`${number}: ${answer}`);
    }
  }

  // step close: give the socket back to the kernel
  answers.close();
  client.close();
}

run(main);
