/**
 * Answers each line of its clients, until it is told to stop: the Node way.
 */
import { once } from "node:events";
import net from "node:net";
import readline from "node:readline";
import { setImmediate } from "node:timers/promises";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "9999" },
  },
});

let came = 0;
const server = net.createServer({ allowHalfOpen: true }, (conn) => {
  came += 1;
  conn.write("Welcome!\n");
  const lines = readline.createInterface({ input: conn });
  lines.on("error", (error) => console.log(`lost a client: ${error.message}`));
  lines.on("line", (name) => conn.write(`Hello, ${name}!\n`));
  lines.on("close", () => conn.end());
});
server.listen({ host: args.host, port: Number(args.port) });
await once(server, "listening");
const { address, port } = server.address() as net.AddressInfo;
console.log(`listening on ${address}:${port}`);

await once(process.stdin, "data");
process.stdin.destroy();
// The event loop accepts a client a turn: until a turn brings nobody any more.
await setImmediate();
for (let before = -1; before !== came; await setImmediate()) before = came;
server.close();
console.log("stopping");
