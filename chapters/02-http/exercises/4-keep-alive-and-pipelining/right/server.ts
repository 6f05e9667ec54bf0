/**
 * Answers one request after the other: the Node way.
 */
import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "8000" },
  },
});

// Node keeps connections open, and answers in order, by itself.
const server = http.createServer((request, response) => {
  const { method, url } = request;
  buffer(request).then(
    (body) => response.end(`${method} ${url}, ${body.length} bytes\n`),
    (error: Error) => console.log(`lost a client: ${error.message}`),
  );
});
server.listen({ host: args.host, port: Number(args.port) });
await once(server, "listening");
const { address, port } = server.address() as AddressInfo;
console.log(`listening on ${address}:${port}`);
