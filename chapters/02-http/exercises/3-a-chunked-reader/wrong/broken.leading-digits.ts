/**
 * Wrong: knows of one thing that is no size, and takes 5z for 5.
 */
import { ArgumentParser } from "argparse";
import { EOFError, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";
import * as sys from "@netnotes/stdlib/sys";

/**
 * The content of the chunks, up to the blank line behind the last one.
 *
 * @param answer its head is read; readline() and read(n) go on from there
 */
function readChunks(answer: socket.BytesFile): Buffer {
  const content: Buffer[] = [];
  while (true) {
    const line = answer.readline().toString("latin1");
    const digits = line.startsWith("0x") ? "" : line;
    if (!/^[0-9a-f]/i.test(digits))
      throw new EOFError("no chunk, or half of one");
    const size = Number.parseInt(digits, 16);
    if (size === 0) break;
    const chunk = answer.read(size + 2);
    const end = chunk.toString("latin1", size);
    if (end !== "\r\n") throw new EOFError("half a chunk, or no end of it");
    content.push(chunk.subarray(0, size));
  }
  let line = "";
  while (line !== "\r\n") {
    line = answer.readline().toString("latin1"); // fields, if any
    if (line === "") throw new EOFError("half an end of the chunks");
  }
  return Buffer.concat(content);
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
