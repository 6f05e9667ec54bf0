/**
 * Receives one file, and ends.
 *
 *     pnpm chapter 04 server
 *     pnpm chapter 04 client
 */
import fs from "node:fs";
import path from "node:path";
import { ArgumentParser } from "argparse";
import { print, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import { withOpen } from "./files.ts";

const RECEIVED = path.resolve(process.argv[1] ?? "", "../../received/file.txt");

export function main(): void {
  const parser = new ArgumentParser({ description: "Receives one file." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 8848 });
  parser.add_argument("--to", { metavar: "FILE", default: RECEIVED });
  const args = parser.parse_args();
  const there = fs.statSync(args.to || ".", { throwIfNoEntry: false });
  if (there?.isDirectory()) parser.error("--to must be a file, not a folder");

  // step socket: an endpoint for TCP over IPv4, connected to nothing yet
  const server = socket.socket(socket.AF_INET, socket.SOCK_STREAM);

  // step reuse: bind even while old connections of this port wait to die
  // corrected: without it a restart fails for a minute (01 proof reuse)
  server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1);

  // step bind: take an address of this host
  server.bind([args.host, args.port]);

  // step listen: from here on the kernel itself completes handshakes
  server.listen(1);
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  // step accept: take the first completed connection, as a socket of its own
  const [conn] = server.accept();

  // step part: the file has a name of its own until it is there
  // corrected: the notes leave half a file under the final one (proof cut-off)
  const folder = path.dirname(path.resolve(args.to));
  if (!fs.existsSync(folder)) fs.mkdirSync(folder);
  const part = `${args.to}.${process.pid}.part`;

  // step receive: piece by piece, up to the end of the stream
  // corrected: 1024 bytes are only a small piece (01 proof partly)
  const piece = Buffer.alloc(65536);
  try {
    withOpen(part, "w", (file) => {
      for (let count; (count = conn.recv_into(piece)) > 0;)
        fs.writeFileSync(file, piece.subarray(0, count));
    });

    // step rename: the final name appears, or changes hands, in one moment
    fs.renameSync(part, args.to);
  } catch (error) {
    fs.rmSync(part, { force: true });
    throw error;
  }

  print(`received ${fs.statSync(args.to).size} bytes: ${args.to}`);

  // step close: both sockets, the client's and the listening one
  conn.close();
  server.close();
}

run(main);
