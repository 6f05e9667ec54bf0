/**
 * Prints the bytes of each read, and the text that they are in one encoding.
 *
 * Start it first, and clients in a second terminal, in the same encoding and in
 * another:
 *
 *     pnpm chapter 06 server
 *     pnpm chapter 06 client
 *     pnpm chapter 06 client --encoding gbk
 */
import { ArgumentParser } from "argparse";
import { b, OSError, print, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";

const ENCODINGS = ["utf-8", "gbk", "gb18030", "big5", "utf-16le"];

/** Python's bytes.hex(" "). */
function hex(bytes: Buffer): string {
  return bytes.toString("hex").replace(/..(?!$)/g, "$& ");
}

export function main(): void {
  const parser = new ArgumentParser({
    description: "Prints bytes, and the text in them.",
  });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 6066 });
  parser.add_argument("--encoding", { default: "utf-8", choices: ENCODINGS });
  parser.add_argument("--bytewise", {
    action: "store_true",
    help: "one byte a read",
  });
  const args = parser.parse_args();

  // step socket: an endpoint for TCP over IPv4, connected to nothing yet
  const server = socket.socket(socket.AF_INET, socket.SOCK_STREAM);

  // step reuse: bind even while old connections of this port wait to die
  server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1);

  // step bind: take an address of this host
  server.bind([args.host, args.port]);

  // step listen: room for clients that wait to be accepted
  server.listen(5);
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);

  while (true) {
    // step accept: wait for the next client
    const [conn, addr] = server.accept();

    // step decoder: one for each connection: it keeps half a character
    const decoder = codecs.getincrementaldecoder(args.encoding)("replace");

    // step receive: a read may end anywhere, also within a character
    // corrected: the notes decode each read alone (proof split)
    try {
      let chunk: Buffer;
      while ((chunk = conn.recv(args.bytewise ? 1 : 1024)).length > 0) {
        const text = decoder.decode(chunk);
        print(`${hex(chunk)} in ${args.encoding}: "${text}"`);
      }

      // step end: a half that nothing follows is shown as what it is
      const rest = decoder.decode(b``, true);
      if (rest) print(`the end in ${args.encoding}: "${rest}"`);
    } catch (error) {
      if (!(error instanceof OSError)) throw error;
      print("lost", addr, error.code);
    }

    // step close: this connection; the listening socket goes on
    conn.close();
  }
}

run(main);
