/**
 * Asks a server for a page, prints the head of the answer and saves the body.
 *
 * Of our own server, or of any other that speaks plain HTTP:
 *
 *     pnpm chapter 02 client
 *     pnpm chapter 02 client --host example.org --port 80 / --save page.html
 */
import { ArgumentParser } from "argparse";
import { print, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";
import { saveBody } from "./body.ts";
import { Reader, seconds } from "./reader.ts";
import { readResponse } from "./response.ts";

/** A path as it may stand in a request; what is quoted already stays as it is. */
function quote(path: string): string {
  return path.replace(/[^!$%&'()*+,/:;=?@~\w.-]/gu, encodeURIComponent);
}

export function main(): void {
  const parser = new ArgumentParser({
    description: "Saves a page of a server.",
  });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 8000 });
  parser.add_argument("--save", { default: "page.html" });
  parser.add_argument("--timeout", { type: seconds, default: 30 });
  parser.add_argument("path", { nargs: "?", default: "/" });
  const args = parser.parse_args();

  // step socket: an endpoint for TCP over IPv4, connected to nothing yet
  const client = socket.socket(socket.AF_INET, socket.SOCK_STREAM);
  client.settimeout(args.timeout);

  // step connect: a name is looked up first
  client.connect([args.host, args.port]);

  // step send: the client speaks first; a blank line ends what it says
  // corrected: without "close" both may wait for more (proof client-reads)
  const path = "/" + quote(args.path.replace(/^\/+/, ""));
  const host = args.port === 80 ? args.host : `${args.host}:${args.port}`;
  const lines = [
    `GET ${path} HTTP/1.1`,
    `Host: ${host}`,
    "User-Agent: netnotes",
    "Connection: close",
  ];
  client.sendall(codecs.encode(`${lines.join("\r\n")}\r\n\r\n`, "ascii"));

  // step head: what comes before the blank line
  // corrected: there may be no blank line (proof client-reads)
  const reader = new Reader(client);
  const response = readResponse(reader);
  print(response.lines.join("\n"));
  const location = response.field("location");
  if (location && response.status >= 300 && response.status < 400) {
    print("not followed:", location);
  }

  // step body: as long as the head says, under another name until it is whole
  // corrected: chunk sizes are no content, a part is no page (proof client-reads)
  const size = saveBody(reader, response, args.save);
  print(`saved ${size} bytes in ${args.save}: ${response.ending()}`);

  // step close: give the socket back to the kernel
  client.close();
}

run(main);
