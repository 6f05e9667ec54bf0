/**
 * Wrong: leaves out what is no character.
 */
import { ArgumentParser } from "argparse";
import { OSError, print, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";

export function main(): void {
  const parser = new ArgumentParser({ description: "Numbers characters." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 6066 });
  const args = parser.parse_args();

  const server = socket.create_server([args.host, args.port]);
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  while (true) {
    const [conn] = server.accept();
    // It keeps half a character until the next read: one for each client.
    const decoder = codecs.getincrementaldecoder("utf-8")("ignore");
    try {
      let chunk: Buffer;
      while ((chunk = conn.recv(1024)).length > 0) {
        conn.sendall(numbers(decoder.decode(chunk)));
      }
      // Nothing comes any more: a half that was kept will stay one.
      conn.sendall(numbers(decoder.decode(chunk, true)));
    } catch (error) {
      if (!(error instanceof OSError)) throw error;
      print("lost a client:", error.code);
    }
    conn.close();
  }
}

/** A line for each character: U+4E2D for 中. */
function numbers(text: string): Buffer {
  const lines = Array.from(text).map((character) => {
    const number = character.codePointAt(0) ?? 0;
    return `U+${number.toString(16).toUpperCase().padStart(4, "0")}\n`;
  });
  return codecs.encode(lines.join(""), "utf-8");
}

run(main);
