/**
 * Wrong: takes every two dots for a way up.
 */
import fs from "node:fs";
import path from "node:path";
import { ArgumentParser } from "argparse";
import { b, print, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

/** Stores a new file in the folder. Returns whether it did. */
function store(folder: string, name: string, bytes: Buffer): boolean {
  if (/[/\\\0]/.test(name) || name.includes("..")) return false;
  try {
    fs.writeFileSync(path.join(folder, name), bytes, { flag: "wx" });
    return true;
  } catch {
    return false;
  }
}

export function main(): void {
  const parser = new ArgumentParser({ description: "Stores files." });
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
    const name = stream.readline().toString().replace(/\n$/, "");
    const bytes = stream.read();
    const stored = store(args.to, name, bytes);
    conn.sendall(stored ? b`stored\n` : b`refused\n`);
    stream.close();
    conn.close();
  }
}

run(main);
