/**
 * Wrong: takes each read for a line.
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
      let chunk: Buffer;
      while ((chunk = conn.recv(65536)).length > 0) {
        const answer = translated(chunk.subarray(0, -1));
        conn.sendall(codecs.encode(`${answer}\n`, "utf-8"));
      }
    } catch (error) {
      if (!(error instanceof OSError)) throw error;
      print("lost a client:", error.code);
    }
    conn.close();
  }
}

function translated(line: Buffer): string {
  try {
    return codecs.decode(line, "gbk");
  } catch (error) {
    if (!(error instanceof UnicodeDecodeError)) throw error;
    return "error: not GBK";
  }
}

run(main);
