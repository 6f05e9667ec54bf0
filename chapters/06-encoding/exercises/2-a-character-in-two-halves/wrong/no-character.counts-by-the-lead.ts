/**
 * Wrong: waits for as many bytes as the first one names, whatever they are.
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
    try {
      let unread: Buffer = Buffer.alloc(0);
      let chunk: Buffer;
      while ((chunk = conn.recv(1024)).length > 0) {
        unread = Buffer.concat([unread, chunk]);
        for (let length; (length = named(unread)) <= unread.length;) {
          const character = unread.subarray(0, length);
          conn.sendall(numbers(codecs.decode(character, "utf-8", "replace")));
          unread = unread.subarray(length);
        }
      }
      // Nothing comes any more: a half that was kept will stay one.
      conn.sendall(numbers(codecs.decode(unread, "utf-8", "replace")));
    } catch (error) {
      if (!(error instanceof OSError)) throw error;
      print("lost a client:", error.code);
    }
    conn.close();
  }
}

/** How many bytes a character that begins so has. */
function named([first = 0x80]: Buffer): number {
  return [0x80, 0xe0, 0xf0].findIndex((limit) => first < limit) + 1 || 4;
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
