/**
 * Sends what you type, line by line, and prints each reply; an empty line ends it.
 *
 *     pnpm chapter 08 client
 */
import { ArgumentParser } from "argparse";
import { EOFError, input, print, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";
import * as sys from "@netnotes/stdlib/sys";

export function main(): void {
  const parser = new ArgumentParser({ description: "Sends what you type." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 8888 });
  const args = parser.parse_args();

  // step socket: an endpoint for TCP over IPv4, connected to nothing yet
  const client = socket.socket(socket.AF_INET, socket.SOCK_STREAM);

  // step connect: the connection lasts for as long as you type
  client.connect([args.host, args.port]);
  const decoder = codecs.getincrementaldecoder("utf-8")("replace");

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

    // step send: all of it, however many pieces the kernel takes
    client.sendall(codecs.encode(msg, "utf-8"));

    // step receive: wait for what comes next, be it a reply, or a part of one
    // corrected: the notes ask on when the server is gone (01 proof ends)
    const data = client.recv(1024);
    if (data.length === 0) {
      sys.stderr.write("the server has closed the connection\n");
      process.exit(1);
    }
    print(decoder.decode(data));
  }

  // step close: the server reads the end of the stream
  client.close();
}

run(main);
