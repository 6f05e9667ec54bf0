/**
 * Receives one file, and ends.
 *
 *     pnpm chapter 04 server --node
 *     pnpm chapter 04 client --node
 */
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import net from "node:net";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";

const RECEIVED = path.resolve(import.meta.filename, "../../received/file.txt");

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "8848" },
    to: { type: "string", default: RECEIVED },
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log("usage: server [-h] [--host HOST] [--port PORT] [--to FILE]\n");
  console.log("Receives one file.");
  process.exit();
}
const there = await stat(args.to || ".").catch(() => undefined);
if (there?.isDirectory()) {
  console.error("--to must be a file, not a folder");
  process.exit(2);
}

// steps socket reuse bind listen: listen() makes all four calls
// corrected: without it a restart fails for a minute (01 proof reuse)
const server = net.createServer();
server.maxConnections = 1;
server.listen({ host: args.host, port: Number(args.port), backlog: 1 });
await once(server, "listening");
const { address, port } = server.address() as net.AddressInfo;
console.log(
  `listening on ${net.isIPv6(address) ? `[${address}]` : address}:${port}`,
);

// step accept: the event loop accepts by itself and brings the new socket
const [conn] = (await once(server, "connection")) as [net.Socket];
// a reset must not end the program before pipeline() can tell, and we clean up
conn.on("error", () => {});

// step part: the file has a name of its own until it is there
// corrected: the notes leave half a file under the final one (proof cut-off)
const folder = path.dirname(path.resolve(args.to));
if (!existsSync(folder)) await mkdir(folder);
const part = `${args.to}.${process.pid}.part`;

// step receive: pipeline() reads no faster than the disk takes, up to the end
// corrected: 1024 bytes are only a small piece (01 proof partly)
try {
  await pipeline(conn, (await open(part, "w")).createWriteStream());

  // step rename: the final name appears, or changes hands, in one moment
  await rename(part, args.to);
} catch (error) {
  await rm(part, { force: true });
  throw error;
}

console.log(`received ${(await stat(args.to)).size} bytes: ${args.to}`);

// step close: Node closes a connection that has ended by itself
server.close();
