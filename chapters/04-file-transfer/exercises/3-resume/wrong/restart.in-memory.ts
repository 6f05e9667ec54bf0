/**
 * Wrong: keeps the parts in a map, which ends with the program.
 */
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { ArgumentParser } from "argparse";
import { b, OSError, print, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

const parts = new Map<string, Buffer>();

function receive(conn: socket.Socket, whole: string, length: number): void {
  let bytes = parts.get(whole) ?? Buffer.alloc(0);
  if (fs.existsSync(whole)) bytes = fs.readFileSync(whole);
  let have = bytes.length;
  conn.sendall(Buffer.from(`${have}\n`));
  for (let piece; have < length; have += piece.length) {
    piece = conn.recv(Math.min(length - have, 65536));
    if (piece.length === 0) break; // what has come stays for the next one
    bytes = Buffer.concat([bytes, piece]);
    parts.set(whole, bytes);
  }
  if (have < length) return;

  const digest = createHash("sha256").update(bytes).digest("hex");
  const right = digest === path.basename(whole);
  parts.delete(whole);
  if (right) fs.writeFileSync(whole, bytes);
  conn.sendall(right ? b`stored\n` : b`refused\n`);
}

export function main(): void {
  const parser = new ArgumentParser({ description: "Receives in parts." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 8848 });
  parser.add_argument("--to", { metavar: "FOLDER", default: "." });
  const args = parser.parse_args();

  const server = socket.create_server([args.host, args.port]);
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  while (true) {
    const [conn] = server.accept();
    const stream = conn.makefile("rb");
    try {
      const line = stream.readline().toString();
      const [, digest, length] = /^([0-9a-f]{64}) (\d+)\n$/.exec(line) ?? [];
      if (digest) receive(conn, path.join(args.to, digest), Number(length));
    } catch (error) {
      if (!(error instanceof OSError)) throw error; // a reset is one
      print("lost a client:", error.code);
    }
    stream.close();
    conn.close();
  }
}

run(main);
