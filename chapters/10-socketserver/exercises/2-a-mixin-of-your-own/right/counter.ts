/**
 * Greets its clients line by line, and no more than so many at a time.
 */
import net from "node:net";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "1234" },
    path: { type: "string" },
    max: { type: "string", default: "2" },
  },
});

let count = 0;
const server = net.createServer((conn) => {
  conn.on("error", (error) => console.log(`lost a client: ${error.message}`));
  if (count >= Number(args.max)) {
    conn.end("busy\n");
    return;
  }
  count += 1;
  conn.on("close", () => (count -= 1));
  conn.write("welcome\n");
  const lines = createInterface({ input: conn });
  lines.on("line", (line) => conn.write(`Hello, ${line}\n`));
  lines.on("error", () => conn.destroy());
});
const place = { host: args.host, port: Number(args.port) };
server.listen(args.path === undefined ? place : { path: args.path }, () => {
  const at = server.address();
  const where = typeof at === "string" ? at : `${at?.address}:${at?.port}`;
  console.log(`listening on ${where}`);
});
