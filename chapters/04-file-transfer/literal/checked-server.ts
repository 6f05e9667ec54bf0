/**
 * Receives files that come with length and digest, and answers what became of
 * each.
 *
 *     pnpm chapter 04 checked-server
 *     pnpm chapter 04 checked-client
 */
import fs from "node:fs";
import path from "node:path";
import { ArgumentParser } from "argparse";
import { print, repr, run, ValueError } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import { makedirs, withOpen } from "./files.ts";
import { parse } from "./header.ts";
import { closeWith, receiveBytes, receiveLine } from "./receiving.ts";
import { seconds } from "./seconds.ts";

const RECEIVED = path.resolve(process.argv[1] ?? "", "../../received");

export function main(): void {
  const parser = new ArgumentParser({ description: "Receives and checks." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 8848 });
  parser.add_argument("--to", { metavar: "FOLDER", default: RECEIVED });
  parser.add_argument("--timeout", { type: seconds, default: 10 });
  const args = parser.parse_args();
  makedirs(args.to);

  // step listen: socket, SO_REUSEADDR, bind and listen in one call
  const server = socket.create_server([args.host, args.port], { backlog: 128 });
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  for (let cnt = 1; ; cnt += 1) {
    // step accept: wait for the next client; it may be silent for so long only
    const [conn, addr] = server.accept();
    conn.settimeout(args.timeout);

    const part = path.join(args.to, `${process.pid}-${cnt}.part`);
    let answer: string;
    try {
      // step header: how many bytes, and under which name to keep them
      const [length, name] = parse(receiveLine(conn, 1024));

      withOpen(part, "w", (file) => {
        // step receive: that many; a stream that ends before was cut off
        const digest = receiveBytes(conn, length, file);

        // step digest: it comes last, for who sends it reads its file once
        if (receiveLine(conn, 65) !== digest) {
          throw new ValueError("the digest differs");
        }

        // step sync: to the disk itself, before we say that we have it
        fs.fsyncSync(file);
      });

      // step rename: the name appears, or changes hands, in one moment
      fs.renameSync(part, path.join(args.to, name));
      print(`服务器端收到客户端:${repr(addr)}的文件, 接收成功`);
      answer = "文件上传成功";
    } catch (error) {
      // step discard: nothing is left of what is not whole
      fs.rmSync(part, { force: true });
      const { code, message } = error as NodeJS.ErrnoException;
      print("lost", addr, code ?? message);
      answer = `文件上传失败: ${code ?? message}`;
    }

    // step answer: what became of the file, even while its rest still comes
    closeWith(conn, `${answer}\n`, args.timeout);
  }
}

run(main);
