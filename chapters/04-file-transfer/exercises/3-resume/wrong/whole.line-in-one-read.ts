/**
 * Wrong: takes one read for the line that announces the file.
 */
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { ArgumentParser } from "argparse";
import { b, OSError, print, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

function receive(conn: socket.Socket, whole: string, length: number): void {
  // A part waits under another name; what is whole lacks nothing.
  const name = fs.existsSync(whole) ? whole : `${whole}.part`;
  fs.appendFileSync(name, ""); // there from now on, with no byte yet
  let have = fs.statSync(name).size;
  conn.sendall(Buffer.from(`${have}\n`));
  for (let piece; have < length; have += piece.length) {
    piece = conn.recv(Math.min(length - have, 65536));
    if (piece.length === 0) return; // what has come stays for the next one
    fs.appendFileSync(name, piece);
  }

  const bytes = fs.readFileSync(name);
  const digest = createHash("sha256").update(bytes).digest("hex");
  const right = digest === path.basename(whole);
  if (right) fs.renameSync(name, whole);
  else fs.rmSync(name); // it would be told to the next client as good
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
    try {
      const line = conn.recv(1024).toString();
      const [, digest, length] = /^([0-9a-f]{64}) (\d+)\n$/.exec(line) ?? [];
      if (digest) receive(conn, path.join(args.to, digest), Number(length));
    } catch (error) {
      if (!(error instanceof OSError)) throw error; // a reset is one
      print("lost a client:", error.code);
    }
    conn.close();
  }
}

run(main);
