/**
 * Sends a file, and waits until the server says that it has it.
 *
 *     pnpm chapter 04 multi-client
 *     pnpm chapter 04 multi-client FILE
 */
import fs from "node:fs";
import path from "node:path";
import { ArgumentParser } from "argparse";
import { print, printWith, repr, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";
import * as sys from "@netnotes/stdlib/sys";
import { openFile } from "./files.ts";
import { Progress } from "./progress.ts";

const SAMPLE = path.resolve(process.argv[1] ?? "", "../../data/data.txt");

export function main(): void {
  const parser = new ArgumentParser({
    description: "Sends a file, and is told so.",
  });
  parser.add_argument("file", { nargs: "?", default: SAMPLE });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 8888 });
  const args = parser.parse_args();

  // step open: a file that is not there costs nobody a connection
  const file = openFile(args.file);
  const progress = new Progress(args.file, fs.fstatSync(file).size);

  // step socket: an endpoint for TCP over IPv4, connected to nothing yet
  const client = socket.socket(socket.AF_INET, socket.SOCK_STREAM);

  // step connect: the kernel picks our port and shakes hands with the server's
  client.connect([args.host, args.port]);

  // step send: piece by piece, so that no file is too large for our memory
  const piece = Buffer.alloc(65536);
  for (let count; (count = fs.readSync(file, piece)) > 0;) {
    client.sendall(piece.subarray(0, count));
    progress.advance(count);
  }
  fs.closeSync(file);

  // step half-close: the server waits for our end, and we for its answer
  // corrected: without it both would wait for ever (proof acknowledge)
  client.shutdown(socket.SHUT_WR);

  // step answer: to the end of the stream, or as much as can be one
  const bytes = client.makefile("rb").read(1024);
  const answer = codecs.decode(bytes, "utf-8", "replace");

  // step close: give the socket back to the kernel
  client.close();
  if (answer !== "文件上传成功") {
    printWith({ file: sys.stderr }, `no acknowledgement: ${repr(answer)}`);
    process.exit(1);
  }
  print(answer);
}

run(main);
