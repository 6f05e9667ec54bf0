/**
 * Wrong: decodes whatever comes, strictly, and dies of what is no UTF-8.
 */
import { ArgumentParser } from "argparse";
import { print, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";

class Sender {
  /** All before this number are printed. */
  next = 1;
  /** What has come too early, by its number. */
  readonly early = new Map<number, string>();
}

export function main(): void {
  const parser = new ArgumentParser({ description: "Prints in order." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 9999 });
  const args = parser.parse_args();

  const server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM);
  server.bind([args.host, args.port]);
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  const senders = new Map<string, Sender>();
  while (true) {
    const [bytes, addr] = server.recvfrom(65535);
    const message = /^([1-9]\d*) (.*)$/s.exec(codecs.decode(bytes, "utf-8"));
    if (message === null) continue; // anybody can send anything
    const [number, text = ""] = [Number(message[1]), message[2]];

    const sender = senders.get(addr.join()) ?? new Sender();
    senders.set(addr.join(), sender);
    if (number >= sender.next) sender.early.set(number, text);
    for (let due; (due = sender.early.get(sender.next)) !== undefined;) {
      print(due);
      sender.early.delete(sender.next);
      sender.next += 1;
    }
    // A repeated one, too: the answer to the first may be what was lost.
    server.sendto(Buffer.from(String(sender.next - 1)), addr);
  }
}

run(main);
