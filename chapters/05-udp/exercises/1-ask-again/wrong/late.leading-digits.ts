/**
 * Wrong: takes the digits at the beginning, whatever comes after them.
 */
import { ArgumentParser } from "argparse";
import { print, printWith, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import * as sys from "@netnotes/stdlib/sys";
import * as time from "@netnotes/stdlib/time";

/** The answer with this number, if it comes in time. */
function wait(client: socket.Socket, number: number, seconds: number) {
  const end = time.monotonic() + seconds;
  for (let left = seconds; left > 0; left = end - time.monotonic()) {
    client.settimeout(left);
    try {
      const answer = client.recv(65535).toString();
      // Any other number is of an answer that came late, or twice.
      if (Number.parseInt(answer, 10) === number) return answer;
    } catch (error) {
      if (!(error instanceof socket.timeout)) throw error;
    }
  }
  return undefined;
}

export function main(): void {
  const parser = new ArgumentParser({ description: "Asks over UDP." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 9999 });
  parser.add_argument("--timeout", { type: "float", default: 0.5 });
  parser.add_argument("--tries", { type: "int", default: 5 });
  parser.add_argument("words", { nargs: "*" });
  const args = parser.parse_args();

  const client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM);
  client.connect([args.host, args.port]); // from now on it hears nobody else

  for (const [at, word] of args.words.entries()) {
    let answer: string | undefined;
    for (let tries = 0; tries < args.tries && !answer; tries += 1) {
      client.send(Buffer.from(`${at + 1} ${word}`));
      answer = wait(client, at + 1, args.timeout);
    }
    if (!answer) {
      printWith({ file: sys.stderr }, `no answer to ${word}`);
      process.exit(1);
    }
    print(answer.slice(answer.indexOf(" ") + 1));
  }
  client.close();
}

run(main);
