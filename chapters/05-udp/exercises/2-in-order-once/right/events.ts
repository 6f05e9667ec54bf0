/**
 * Prints each sender's messages in their order, each once: the Node way.
 */
import dgram from "node:dgram";
import { once } from "node:events";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "9999" },
  },
});

/** What has come of each sender: undefined where one is missing. */
const all: Record<string, (string | undefined)[]> = {};
const printed: Record<string, number> = {};

const server = dgram.createSocket("udp4");
server.on("message", (message, { address, port }) => {
  const [, number, text] = /^([1-9]\d*) ([^]*)$/.exec(message.toString()) ?? [];
  if (number === undefined) return;
  const sender = `${address}:${port}`;
  const texts = (all[sender] ??= []);
  texts[Number(number)] ??= text;
  let last = printed[sender] ?? 0;
  while (texts[last + 1] !== undefined) console.log(texts[(last += 1)]);
  printed[sender] = last;
  server.send(String(last), port, address);
});
server.bind(Number(args.port), args.host);
await once(server, "listening");
const { address, port } = server.address();
console.log(`listening on ${address}:${port}`);
