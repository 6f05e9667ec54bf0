/**
 * Prints each sender's messages in their order, each once.
 *
 *     pnpm exercise 05.2
 */
import { ArgumentParser } from "argparse";
import { print, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

export function main(): void {
  const parser = new ArgumentParser({ description: "Prints in order." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 9999 });
  const args = parser.parse_args();

  const server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM);
  server.bind([args.host, args.port]);
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  while (true) {
    const [bytes, addr] = server.recvfrom(65535);
    const message = bytes.toString();
    const space = message.indexOf(" ");
    const [number, text] = [message.slice(0, space), message.slice(space + 1)];
    // Yours: remember, for each sender, what is printed and what came too
    // early; print what is due, and answer up to which number that is.
    print(text);
    server.sendto(Buffer.from(number), addr);
  }
}

run(main);
