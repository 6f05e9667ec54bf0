/**
 * Asks a question for each word, again and again, until it is answered.
 *
 *     pnpm exercise 05.1
 */
import { ArgumentParser } from "argparse";
import { print, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

export function main(): void {
  const parser = new ArgumentParser({ description: "Asks over UDP." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 9999 });
  parser.add_argument("--timeout", { type: "float", default: 0.5 });
  parser.add_argument("--tries", { type: "int", default: 5 });
  parser.add_argument("words", { nargs: "*" });
  const args = parser.parse_args();

  const client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM);

  for (const [at, word] of args.words.entries()) {
    const question = Buffer.from(`${at + 1} ${word}`);
    // Yours: ask args.tries times, wait for args.timeout seconds each, and
    // take nothing for the answer that is not.
    client.sendto(question, [args.host, args.port]);
    const answer = client.recv(65535).toString();
    print(answer.slice(answer.indexOf(" ") + 1));
  }
  client.close();
}

run(main);
