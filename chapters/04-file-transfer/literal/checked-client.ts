/**
 * Sends a file with its length and digest, and prints what became of it.
 *
 *     pnpm chapter 04 checked-client
 *     pnpm chapter 04 checked-client FILE
 */
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { ArgumentParser } from "argparse";
import { OSError, print, printWith, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as select from "@netnotes/stdlib/select";
import * as socket from "@netnotes/stdlib/socket";
import * as sys from "@netnotes/stdlib/sys";
import { openFile } from "./files.ts";
import { Progress } from "./progress.ts";
import { receiveAnswer } from "./receiving.ts";

const SAMPLE = path.resolve(process.argv[1] ?? "", "../../data/data.txt");

export function main(): void {
  const parser = new ArgumentParser({
    description: "Sends a file that is checked.",
  });
  parser.add_argument("file", { nargs: "?", default: SAMPLE });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 8848 });
  const args = parser.parse_args();
  if (!(args.port >= 0 && args.port <= 65535)) {
    parser.error("--port must be 0-65535");
  }

  // step open: a file that is not there costs nobody a connection
  const file = openFile(args.file);
  const length = fs.fstatSync(file).size;
  const progress = new Progress(args.file, length);

  // step connect: socket and connect in one call
  const client = socket.create_connection([args.host, args.port]);

  try {
    // step header: how many bytes come, and the file's name without its folders
    const name = path.basename(args.file);
    client.sendall(codecs.encode(`${length} ${name}\n`, "utf-8"));

    // step send: piece by piece, until an answer comes: before the end it is a no
    const digest = createHash("sha256");
    const room = Buffer.alloc(65536);
    for (let count; (count = fs.readSync(file, room)) > 0;) {
      const piece = room.subarray(0, count);
      client.sendall(piece);
      digest.update(piece);
      progress.advance(count);
      if (select.select([client], [], [], 0)[0].length > 0) break;
    }

    // step digest: of what was sent, whatever has happened to the file meanwhile
    client.sendall(codecs.encode(`${digest.digest("hex")}\n`, "utf-8"));
    client.shutdown(socket.SHUT_WR);
  } catch (error) {
    // the server has broken off; perhaps it has said why
    if (!(error instanceof OSError)) throw error;
  }

  // step answer: the server's last word
  const answer = receiveAnswer(client);

  // step close: give the socket back to the kernel
  client.close();
  if (answer !== "文件上传成功") {
    const missing = "no answer: nobody knows what became of the file";
    printWith({ file: sys.stderr }, answer || missing);
    process.exit(1);
  }
  print(answer);
}

run(main);
