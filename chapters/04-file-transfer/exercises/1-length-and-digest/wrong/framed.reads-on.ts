/**
 * Wrong: reads what comes, and throws away what is too much.
 */
import { createHash } from "node:crypto";
import fs from "node:fs";
import { ArgumentParser } from "argparse";
import { b, print, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

/** So many bytes into a file, fewer where the stream ends; their SHA-256. */
function receive(conn: socket.Socket, left: number, to: string): string {
  const digest = createHash("sha256");
  const file = fs.openSync(to, "w");
  for (let piece; left > 0; left -= piece.length) {
    piece = conn.recv(65536).subarray(0, left);
    if (piece.length === 0) break; // cut off: no digest comes, either
    fs.writeFileSync(file, piece);
    digest.update(piece);
  }
  fs.closeSync(file);
  return digest.digest("hex");
}

function line(conn: socket.Socket): string {
  let text = "";
  for (let byte; (byte = conn.recv(1).toString()) !== "" && byte !== "\n";)
    text += byte;
  return text;
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
    for (let text; (text = line(conn)) !== "";) {
      const part = `${args.to}.part`;
      const digest = receive(conn, Number(text), part);
      const whole = line(conn) === digest;
      // Whoever opens the file meanwhile finds the old one or the new one.
      if (whole) fs.renameSync(part, args.to);
      else fs.rmSync(part);
      conn.sendall(whole ? b`stored\n` : b`refused\n`);
    }
    conn.close();
  }
}

run(main);
