/**
 * Receives a file from every client, one by one, and acknowledges each.
 *
 *     pnpm chapter 04 multi-server
 *     pnpm chapter 04 multi-client
 */
import fs from "node:fs";
import path from "node:path";
import { ArgumentParser } from "argparse";
import { print, repr, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";
import { makedirs, withOpen } from "./files.ts";
import { seconds } from "./seconds.ts";

const RECEIVED = path.resolve(process.argv[1] ?? "", "../../received");

export function main(): void {
  const parser = new ArgumentParser({ description: "Receives many files." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 8888 });
  parser.add_argument("--to", { metavar: "FOLDER", default: RECEIVED });
  parser.add_argument("--timeout", { type: seconds, default: 10 });
  const args = parser.parse_args();
  makedirs(args.to);

  // step socket: an endpoint for TCP over IPv4, connected to nothing yet
  const server = socket.socket(socket.AF_INET, socket.SOCK_STREAM);

  // step reuse: bind even while old connections of this port wait to die
  // corrected: without it a restart fails for a minute (01 proof reuse)
  server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1);

  // step bind: take an address of this host
  // corrected: an empty host lets all the world upload (01 proof everywhere)
  server.bind([args.host, args.port]);

  // step listen: room for clients that wait to be accepted
  // corrected: 10 are too few for 50 at once (01 proof backlog)
  server.listen(128);
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);
  const piece = Buffer.alloc(65536);
  for (let cnt = 1; ; cnt += 1) {
    // step accept: wait for the next client; it may be silent for so long only
    const [conn, addr] = server.accept();
    conn.settimeout(args.timeout);

    // step number: the next one that is free
    // corrected: join puts the name between the characters (proof names)
    while (fs.existsSync(path.join(args.to, `文件_${cnt}.txt`))) cnt += 1;
    const filename = path.join(args.to, `文件_${cnt}.txt`);
    const part = `${filename}.${process.pid}.part`;

    // corrected: outside the loop it ends the server in silence (proof silent-exit)
    try {
      // step receive: piece by piece, up to the end of the stream
      withOpen(part, "w", (file) => {
        for (let count; (count = conn.recv_into(piece)) > 0;)
          fs.writeFileSync(file, piece.subarray(0, count));
      });

      // step rename: the name appears in one moment
      fs.renameSync(part, filename);
      print(`服务器端收到客户端:${repr(addr)}的文件, 接收成功`);

      // step acknowledge: a client that has half-closed still listens
      conn.sendall(codecs.encode("文件上传成功", "utf-8"));
    } catch (error) {
      fs.rmSync(part, { force: true });
      const { code, message } = error as NodeJS.ErrnoException;
      print("lost", addr, code ?? message);
    }

    // step close: this connection; the listening socket goes on
    conn.close();
  }
}

run(main);
