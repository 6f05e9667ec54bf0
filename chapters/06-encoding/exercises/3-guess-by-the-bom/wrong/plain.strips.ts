/**
 * Wrong: leaves out the blanks and newlines at both ends.
 */
import { ArgumentParser } from "argparse";
import { b, OSError, print, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";

const MARKS: [encoding: string, mark: Buffer][] = [
  ["utf-8", b`\xef\xbb\xbf`],
  ["utf-16le", b`\xff\xfe`],
  ["utf-16be", b`\xfe\xff`],
];

/** The encoding, and the text without its mark. */
function guess(data: Buffer): [encoding: string, text: string] {
  for (const [encoding, mark] of MARKS) {
    if (!data.subarray(0, mark.length).equals(mark)) continue;
    const text = data.subarray(mark.length);
    return [encoding, codecs.decode(text, encoding, "replace")];
  }
  try {
    // No mark. Little else looks like UTF-8 to somebody strict.
    return ["utf-8", codecs.decode(data, "utf-8")];
  } catch {
    return ["gbk", codecs.decode(data, "gbk", "replace")];
  }
}

export function main(): void {
  const parser = new ArgumentParser({ description: "Guesses encodings." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 6066 });
  const args = parser.parse_args();

  const server = socket.create_server([args.host, args.port]);
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  while (true) {
    const [conn] = server.accept();
    try {
      const chunks: Buffer[] = [];
      let chunk: Buffer;
      while ((chunk = conn.recv(1024)).length > 0) chunks.push(chunk);
      const [encoding, text] = guess(Buffer.concat(chunks));
      conn.sendall(codecs.encode(`${encoding}\n${text.trim()}`, "utf-8"));
    } catch (error) {
      if (!(error instanceof OSError)) throw error;
      print("lost a client:", error.code);
    }
    conn.close();
  }
}

run(main);
