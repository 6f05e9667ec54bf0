/**
 * Prints pages that come in chunks, over one connection: the Node way.
 */
import { once } from "node:events";
import http, { type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import { parseArgs } from "node:util";

const { values: args, positionals } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "8000" },
  },
  allowPositionals: true,
});
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
for (const path of positionals) {
  const { host, port } = args;
  const request = http.get({ host, port: Number(port), path, agent });
  const [response] = (await once(request, "response")) as [IncomingMessage];
  process.stdout.write(await buffer(response));
}
agent.destroy();
