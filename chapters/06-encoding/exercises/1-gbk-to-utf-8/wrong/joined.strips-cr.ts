/**
 * Wrong: takes a carriage return before the newline for a part of it.
 */
import { ArgumentParser } from "argparse";
import {
  OSError,
  print,
  run,
  UnicodeDecodeError,
} from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";

export function main(): void {
  const parser = new ArgumentParser({ description: "GBK in, UTF-8 out." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 6066 });
  const args = parser.parse_args();

  const server = socket.create_server([args.host, args.port]);
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  while (true) {
    const [conn] = server.accept();
    try {
      let unread: Buffer = Buffer.alloc(0);
      let chunk: Buffer;
      while ((chunk = conn.recv(1024)).length > 0) {
        // Lines are made of bytes: in GBK no character has a byte 0a but "\n".
        unread = Buffer.concat([unread, chunk]);
        for (let end; (end = unread.indexOf("\n")) >= 0;) {
          const line = unread.subarray(0, end);
          const answer = translated(line).replace(/\r$/, "");
          conn.sendall(codecs.encode(`${answer}\n`, "utf-8"));
          unread = unread.subarray(end + 1);
        }
      }
    } catch (error) {
      if (!(error instanceof OSError)) throw error;
      print("lost a client:", error.code);
    }
    conn.close();
  }
}

/** Only a line that is whole can be told to be wrong. */
function translated(line: Buffer): string {
  try {
    return codecs.decode(line, "gbk");
  } catch (error) {
    if (!(error instanceof UnicodeDecodeError)) throw error;
    return "error: not GBK";
  }
}

run(main);
