/**
 * Wrong: takes everything up to the end of the stream for the upload.
 */
import { createHash } from "node:crypto";
import fs from "node:fs";
import { ArgumentParser } from "argparse";
import { b, print, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

export function main(): void {
  const parser = new ArgumentParser({ description: "Keeps whole files." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 8848 });
  parser.add_argument("--to", { metavar: "FILE", default: "received" });
  const args = parser.parse_args();

  const server = socket.create_server([args.host, args.port]);
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  while (true) {
    const [conn] = server.accept();
    const upload = conn.makefile("rb").read().toString("latin1");
    const [, bytes = "", digest] = /^\d+\n(.*)(.{64})\n$/s.exec(upload) ?? [];
    const file = Buffer.from(bytes, "latin1");
    const whole = createHash("sha256").update(file).digest("hex") === digest;
    if (whole) fs.writeFileSync(args.to, file);
    conn.sendall(whole ? b`stored\n` : b`refused\n`);
    conn.close();
  }
}

run(main);
