/**
 * Wrong: takes one read for the name and the whole file.
 */
import fs from "node:fs";
import path from "node:path";
import { ArgumentParser } from "argparse";
import { b, print, repr, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

/** Stores a new file in the folder. Returns whether it did. */
function store(folder: string, name: string, bytes: Buffer): boolean {
  // No separator and no dots: then join can't lead out of the folder.
  if (/[/\\\0]/.test(name) || ["", ".", ".."].includes(name)) return false;
  try {
    // O_CREAT | O_EXCL: a new file or EEXIST, also where a link leads nowhere.
    fs.writeFileSync(path.join(folder, name), bytes, { flag: "wx" });
    return true;
  } catch (error) {
    print("refused", repr(name), (error as NodeJS.ErrnoException).code);
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
    const upload = conn.recv(65536);
    const newline = upload.indexOf("\n");
    const name = upload.toString("utf8", 0, newline);
    const bytes = upload.subarray(newline + 1);
    const stored = store(args.to, name, bytes);
    conn.sendall(stored ? b`stored\n` : b`refused\n`);
    conn.close();
  }
}

run(main);
