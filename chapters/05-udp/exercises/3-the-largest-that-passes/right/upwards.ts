/**
 * Prints the largest size at which a datagram passes: each by itself.
 */
import dgram from "node:dgram";
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";

const { values: args, positionals: sizes } = parseArgs({
  allowPositionals: true,
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "9999" },
    timeout: { type: "string", default: "0.5" },
    tries: { type: "string", default: "3" },
  },
});

const client = dgram.createSocket("udp4");
client.connect(Number(args.port), args.host);
await once(client, "connect");
client.on("error", () => {}); // nobody is there: no answer either

const answered = new Set<string>();
let heard = (): void => {};
client.on("message", (answer) => {
  answered.add(answer.toString());
  heard();
});

async function passes(size: string): Promise<boolean> {
  for (let tries = Number(args.tries); tries > 0; tries -= 1) {
    const over = new AbortController();
    heard = () => answered.has(size) && over.abort();
    const refused = await new Promise((resolve) => {
      client.send(Buffer.alloc(Number(size), "x"), resolve);
    });
    if (refused) return false;
    const time = Number(args.timeout) * 1000;
    await setTimeout(time, null, { signal: over.signal }).catch(() => {});
    if (answered.has(size)) return true;
  }
  return false;
}

let largest = "";
for (const size of sizes.toSorted((a, b) => Number(a) - Number(b))) {
  if (await passes(size)) largest = size;
}
client.close();
if (largest === "") console.error("none of them");
else console.log(largest);
process.exitCode = largest === "" ? 1 : 0;
