/**
 * Sends what you type, line by line, to be logged; an empty line ends it.
 *
 *     pnpm chapter 08 log-client
 */
import { ArgumentParser } from "argparse";
import { EOFError, input, print, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";
import * as sys from "@netnotes/stdlib/sys";

const LOGGED = codecs.encode("接收成功!", "utf-8");

export function main(): void {
  const parser = new ArgumentParser({
    description: "Sends what you type, to be logged.",
  });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 6666 });
  const args = parser.parse_args();

  // step socket: an endpoint for TCP over IPv4, connected to nothing yet
  const client = socket.socket(socket.AF_INET, socket.SOCK_STREAM);

  // step connect: the connection lasts for as long as you type
  client.connect([args.host, args.port]);

  // step announce: an empty line, so that the server expects newlines from us
  // corrected: without one, each of its reads is a line (proof log)
  // (sent with the first message: the notes' server acknowledges each read)
  let announcement = "\n";

  while (true) {
    // step input: an empty line ends it, and so does the end of the input
    let msg: string;
    try {
      msg = input("Msg>>");
    } catch (error) {
      if (error instanceof EOFError) break;
      throw error;
    }
    if (!msg) break;

    // step send: the newline says where the message ends
    client.sendall(codecs.encode(`${announcement}${msg}\n`, "utf-8"));
    announcement = "";

    // step receive: the acknowledgement, whole: its length marks its end
    // corrected: one recv may bring a part of it (01 proof stream)
    let data = Buffer.alloc(0);
    while (data.length < LOGGED.length) {
      const chunk = client.recv(LOGGED.length - data.length);
      if (chunk.length === 0) {
        const what =
          "the server is gone: perhaps it has logged this, perhaps not";
        sys.stderr.write(`${what}\n`);
        process.exit(1);
      }
      data = Buffer.concat([data, chunk]);
    }
    print(data.toString("utf-8"));
  }

  // step close: the server reads the end of the stream
  client.close();
}

run(main);
