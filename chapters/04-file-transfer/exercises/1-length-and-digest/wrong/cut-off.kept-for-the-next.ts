/**
 * Wrong: an upload that was cut off goes on in the digest of the next client.
 */
import { createHash } from "node:crypto";
import fs from "node:fs";
import { ArgumentParser } from "argparse";
import { b, print, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

let digest = createHash("sha256");

/** So many bytes into a file, fewer where the stream ends; their SHA-256. */
function receive(stream: socket.BytesFile, left: number, to: string): string {
  const file = fs.openSync(to, "w");
  for (let piece; left > 0; left -= piece.length) {
    piece = stream.read(Math.min(left, 65536));
    if (piece.length === 0) break; // cut off: no digest comes, either
    fs.writeFileSync(file, piece);
    digest.update(piece);
  }
  fs.closeSync(file);
  if (left > 0) return "";
  const hex = digest.digest("hex");
  digest = createHash("sha256");
  return hex;
}

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
    const stream = conn.makefile("rb");
    for (let line; (line = stream.readline()).length > 0;) {
      const part = `${args.to}.part`;
      const digest = receive(stream, Number(line), part);
      const whole = stream.readline().toString() === `${digest}\n`;
      // Whoever opens the file meanwhile finds the old one or the new one.
      if (whole) fs.renameSync(part, args.to);
      else fs.rmSync(part);
      conn.sendall(whole ? b`stored\n` : b`refused\n`);
    }
    stream.close();
    conn.close();
  }
}

run(main);
