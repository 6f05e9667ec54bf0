/**
 * Asks a server for a page, prints the head of the answer and saves the body.
 *
 * Of our own server, or of any other that speaks plain HTTP:
 *
 *     pnpm chapter 02 client --node
 *     pnpm chapter 02 client --node --host example.org --port 80 / --save page.html
 */
import http from "node:http";
import { isIPv6 } from "node:net";
import { domainToASCII } from "node:url";
import { parseArgs } from "node:util";
import { endingOf, saveBody } from "./body.ts";
import { answerTo, giveUp, linesOf, plain } from "./response.ts";
import { seconds } from "./seconds.ts";

const { values: args, positionals } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "8000" },
    save: { type: "string", default: "page.html" },
    timeout: { type: "string", default: "30" },
    help: { type: "boolean", short: "h" },
  },
  allowPositionals: true,
});
if (args.help) {
  console.log("usage: client [-h] [--host HOST] [--port PORT] [--save SAVE]");
  console.log("              [--timeout SECONDS] [path]\n");
  console.log("Saves a page of a server.");
  process.exit();
}
const timeout = seconds(args.timeout) * 1000;
const [path = "/", ...others] = positionals;
if (others.length > 0) {
  console.error(`unrecognized arguments: ${others.join(" ")}`);
  process.exit(2);
}

/** A path as it may stand in a request; what is quoted already stays as it is. */
function quote(path: string): string {
  return path.replace(/[^!$%&'()*+,/:;=?@~\w.-]/gu, encodeURIComponent);
}

// steps socket connect send: request() does all three; end(): no body follows
// corrected: without "close" both may wait for more (proof client-reads)
const name = isIPv6(args.host) ? `[${args.host}]` : domainToASCII(args.host);
const host = Number(args.port) === 80 ? name : `${name}:${args.port}`;
const request = http.request({
  host: args.host,
  port: args.port, // as text: it would take the numbers 0 and NaN for 80
  path: "/" + quote(path.replace(/^\/+/, "")),
  headers: { Host: host, "User-Agent": "netnotes", Connection: "close" },
  agent: false,
  maxHeaderSize: 64 * 1024,
  timeout,
});
request.end();

// step head: what comes before the blank line
// corrected: there may be no blank line (proof client-reads)
const response = await answerTo(request).catch(giveUp);
console.log(linesOf(response).join("\n"));
const { statusCode = 0, headers } = response;
if (headers.location && statusCode >= 300 && statusCode < 400) {
  console.log("not followed:", plain(headers.location));
}

// step body: as long as the head says, under another name until it is whole
// corrected: chunk sizes are no content, a part is no page (proof client-reads)
const size = await saveBody(response, args.save).catch(giveUp);
console.log(`saved ${size} bytes in ${args.save}: ${endingOf(response)}`);

// step close: Node closes a connection whose answer is whole
