/**
 * Sends a text in one encoding, and prints the bytes that it is.
 *
 *     pnpm chapter 06 client
 *     pnpm chapter 06 client --encoding gbk 你好
 */
import { ArgumentParser } from "argparse";
import { print, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";

const ENCODINGS = ["utf-8", "gbk", "gb18030", "big5", "utf-16le"];

/** Python's bytes.hex(" "). */
function hex(bytes: Buffer): string {
  return bytes.toString("hex").replace(/..(?!$)/g, "$& ");
}

export function main(): void {
  const parser = new ArgumentParser({
    description: "Sends a text in one encoding.",
  });
  parser.add_argument("text", { nargs: "?", default: "黑马aB1!" });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 6066 });
  parser.add_argument("--encoding", { default: "utf-8", choices: ENCODINGS });
  const args = parser.parse_args();

  // step encode: a socket takes bytes; a character that the table lacks ends here
  const data = codecs.encode(args.text, args.encoding);

  // step socket: an endpoint for TCP over IPv4, connected to nothing yet
  const client = socket.socket(socket.AF_INET, socket.SOCK_STREAM);

  // step connect: the kernel picks our port and shakes hands with the server's
  client.connect([args.host, args.port]);

  // step send: the bytes alone; nothing says in which encoding they are
  client.sendall(data);
  print(`"${args.text}" in ${args.encoding}: ${hex(data)}`);

  // step close: the server reads the end of the stream
  client.close();
}

run(main);
