/**
 * Asks once, and waits for the answer for so many seconds, and no longer.
 *
 *     pnpm chapter 08 timeout-client --node
 *     pnpm chapter 08 timeout-client --node --timeout 0.5
 */
import { once } from "node:events";
import net from "node:net";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "8888" },
    timeout: { type: "string", default: "5" },
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log("usage: timeout-client [-h] [--host HOST] [--port PORT]");
  console.log("                      [--timeout S]\n");
  console.log("Asks once.");
  process.exit();
}
const timeout = Number(args.timeout);
if (!(timeout > 0 && timeout <= 3600)) {
  console.error("--timeout must be above 0 and at most 3600 seconds");
  process.exit(2);
}

const REPLY = Buffer.from("这是一条回复消息");

function exit(message: string): never {
  console.error(message);
  process.exit(1);
}

// step deadline: one for all of it: connecting, asking, the whole answer
// corrected: settimeout starts anew with every call (proof waiting)
setTimeout(() => {
  exit(`timed out after ${timeout} s (a longer --timeout may help)`);
}, timeout * 1000).unref();

// steps socket connect: one call, and an event when the connection is there
const client = net.connect({ host: args.host, port: Number(args.port) });
await once(client, "connect");

// step send: write() itself never waits
client.write("你好");

// step receive: the whole reply, in what is left of the time
let reply: Buffer = Buffer.alloc(0);
for await (const chunk of client) {
  reply = Buffer.concat([reply, chunk as Buffer]);
  if (reply.length >= REPLY.length) break;
}
if (reply.length < REPLY.length) exit("the server has closed the connection");
console.log(reply.toString("utf-8", 0, REPLY.length));

// step close: leaving the loop has closed the connection
