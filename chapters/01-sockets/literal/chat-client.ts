/**
 * Sends what you type, line by line, until you type 886.
 *
 *     pnpm chapter 01 chat-client
 */
import { ArgumentParser } from "argparse";
import { EOFError, input, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";

export function main(): void {
  const parser = new ArgumentParser({
    description: "Sends what you type; 886 ends it.",
  });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 6666 });
  const args = parser.parse_args();

  // step socket: an endpoint for TCP over IPv4, connected to nothing yet
  const client = socket.socket(socket.AF_INET, socket.SOCK_STREAM);

  // step connect: the connection lasts for the whole chat
  client.connect([args.host, args.port]);

  while (true) {
    // step input: the end of the input ends the chat as 886 does
    let line: string;
    try {
      line = input("客户端输入信息:");
    } catch (error) {
      if (error instanceof EOFError) break;
      throw error;
    }

    // step send: all of it; an empty line sends nothing
    // corrected: send may take only a part of it (proof partly)
    client.sendall(codecs.encode(line, "utf-8"));
    if (line === "886") break;
  }

  // step close: the server reads the end of the stream
  client.close();
}

run(main);
