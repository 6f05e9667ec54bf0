/**
 * Prints pages that come in chunks, all of them over one connection.
 *
 *     pnpm exercise 02.3
 */
import { ArgumentParser } from "argparse";
import { run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";
import * as sys from "@netnotes/stdlib/sys";

/**
 * The content of the chunks, up to the blank line behind the last one.
 *
 * @param answer its head is read; readline() and read(n) go on from there
 */
function readChunks(answer: socket.BytesFile): Buffer {
  // Yours: the notes take everything that comes for the page.
  return answer.read();
}

export function main(): void {
  const parser = new ArgumentParser({ description: "Prints pages." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 8000 });
  parser.add_argument("path", { nargs: "+" });
  const args = parser.parse_args();

  const client = socket.socket(socket.AF_INET, socket.SOCK_STREAM);
  client.connect([args.host, args.port]);
  const answer = client.makefile("rb");
  for (const path of args.path) {
    const request = `GET ${path} HTTP/1.1\r\nHost: ${args.host}\r\n\r\n`;
    client.sendall(codecs.encode(request));
    while (answer.readline().length > 2); // the head, to its blank line
    sys.stdout.write(codecs.decode(readChunks(answer)));
  }
  client.close();
}

run(main);
