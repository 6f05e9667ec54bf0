/**
 * Shows a folder to browsers, all clients at a time.
 *
 * A request may take --timeout seconds to come. Beside a client in a second terminal,
 * try a browser at http://127.0.0.1:8000/.
 *
 *     pnpm chapter 02 server --node
 *     pnpm chapter 02 client --node
 */
import { once } from "node:events";
import http, { type IncomingMessage, type ServerResponse } from "node:http";
import net from "node:net";
import { parseArgs } from "node:util";
import { folder, SITE } from "./files.ts";
import { guard } from "./guard.ts";
import { pageFor } from "./pages.ts";
import { linesOf, readPast } from "./request.ts";
import { seconds } from "./seconds.ts";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "8000" },
    folder: { type: "string", default: SITE },
    timeout: { type: "string", default: "10" },
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log("usage: server [-h] [--host HOST] [--port PORT]");
  console.log("              [--folder FOLDER] [--timeout SECONDS]\n");
  console.log("Shows a folder to browsers.");
  process.exit();
}
const timeout = seconds(args.timeout) * 1000;
const root = folder(args.folder);

// steps accept request: Node accepts all clients, and its parser reads the heads
// corrected: one recv is not a request (proof request)
// corrected: a silent client keeps the notes' server (proof robust)
const server = http.createServer({
  maxHeaderSize: 64 * 1024,
  headersTimeout: timeout,
  requestTimeout: timeout,
  connectionsCheckingInterval: timeout / 20,
  requireHostHeader: false, // two are as wrong as none: wrongHead counts
});
server.maxRequestsPerSocket = 1;
guard(server, timeout);
server.on("request", (request, response) => void serve(request, response));

async function serve(request: IncomingMessage, response: ServerResponse) {
  const past = readPast(request);
  // step page: what is asked for, or the reason why not
  // corrected: the notes answer everything alike (proof request)
  const page = await pageFor(root, request);
  console.log([...linesOf(request), page.status].join("\n"));

  // step answer: status line, fields, blank line, body
  // corrected: 303 is not Not Found; no length, no type (proof status)
  response.writeHead(page.code, page.fields);
  response.write(page.body);

  // steps drain close: end() closes; with bytes unread that would be a reset
  // corrected: the notes' close may be a reset (proof request)
  await past;
  response.end();
}

// steps socket reuse bind listen: listen() makes all four calls
// corrected: on 0.0.0.0 everybody may look (01 proof everywhere)
server.listen({ host: args.host, port: Number(args.port) });
await once(server, "listening");
const { address, port } = server.address() as net.AddressInfo;
console.log(
  `listening on ${net.isIPv6(address) ? `[${address}]` : address}:${port}`,
);
console.log(`Listen the port ${port}...`);
