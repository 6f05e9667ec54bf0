/**
 * Sends a file: its bytes, and nothing else.
 *
 *     pnpm chapter 04 client
 *     pnpm chapter 04 client FILE
 */
import fs from "node:fs";
import path from "node:path";
import { ArgumentParser } from "argparse";
import { run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import { openFile } from "./files.ts";
import { Progress } from "./progress.ts";

const SAMPLE = path.resolve(process.argv[1] ?? "", "../../data/data.txt");

export function main(): void {
  const parser = new ArgumentParser({ description: "Sends a file." });
  parser.add_argument("file", { nargs: "?", default: SAMPLE });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 8848 });
  const args = parser.parse_args();

  // step open: a file that is not there costs nobody a connection
  const file = openFile(args.file);
  const progress = new Progress(args.file, fs.fstatSync(file).size);

  // step socket: an endpoint for TCP over IPv4, connected to nothing yet
  const client = socket.socket(socket.AF_INET, socket.SOCK_STREAM);

  // step connect: the kernel picks our port and shakes hands with the server's
  client.connect([args.host, args.port]);

  // step send: piece by piece, so that no file is too large for our memory
  // corrected: 1024 bytes are only a small piece (01 proof partly)
  // corrected: send may take only a part of it (proof short-send)
  const piece = Buffer.alloc(65536);
  let count: number;
  while ((count = fs.readSync(file, piece)) > 0) {
    client.sendall(piece.subarray(0, count));
    progress.advance(count);
  }

  // step close: the end of the stream is all that says where the file ends
  client.close();
  fs.closeSync(file);
}

run(main);
