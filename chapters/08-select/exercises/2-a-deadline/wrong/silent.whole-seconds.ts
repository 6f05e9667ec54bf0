/**
 * Wrong: takes whole seconds only, and of a part of one nothing.
 */
import net from "node:net";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "8888" },
    timeout: { type: "string", default: "5" },
  },
});

const server = net.createServer((conn) => {
  let said = "";
  const late = () => conn.end("too late\n");
  const timer = setTimeout(late, parseInt(args.timeout, 10) * 1000);
  conn.setEncoding("utf8");
  conn.on("data", (text) => {
    said += String(text);
    const end = said.indexOf("\n");
    if (end < 0 || conn.writableEnded) return;
    conn.end(`Hello, ${said.slice(0, end)}!\n`);
  });
  conn.on("error", (error) => console.log(`lost a client: ${error.message}`));
  conn.on("close", () => clearTimeout(timer));
});
server.listen({ host: args.host, port: Number(args.port) }, () => {
  const { address, port } = server.address() as net.AddressInfo;
  console.log(`listening on ${address}:${port}`);
});
