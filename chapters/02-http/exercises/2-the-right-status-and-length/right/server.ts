/**
 * Shows one page, and says of everything else what became of it: the Node way.
 */
import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "8000" },
    page: { type: "string", default: "你好，世界！\n" },
  },
});

const server = http.createServer((request, response) => {
  response.setHeader("Content-Type", "text/plain; charset=utf-8");
  response.setHeader("Connection", "close");
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  if (!["GET", "HEAD"].includes(request.method ?? "")) {
    response.setHeader("Allow", "GET, HEAD");
    response.statusCode = 405;
  } else if (pathname !== "/") {
    response.statusCode = 404;
  }
  const { statusCode } = response;
  const status = `${statusCode} ${http.STATUS_CODES[statusCode]}\n`;
  const body = Buffer.from(statusCode === 200 ? args.page : status);
  // By itself, Node says no length to HEAD.
  response.setHeader("Content-Length", body.length);
  response.end(body);
});
server.listen({ host: args.host, port: Number(args.port) });
await once(server, "listening");
const { address, port } = server.address() as AddressInfo;
console.log(`listening on ${address}:${port}`);
