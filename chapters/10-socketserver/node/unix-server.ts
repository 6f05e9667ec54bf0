/**
 * Thanks every client on this computer for connecting, by a path instead of a port.
 *
 *     pnpm chapter 10 unix-server --node
 *     pnpm chapter 10 unix-client --node
 */
import { once } from "node:events";
import net from "node:net";
import { platform, tmpdir } from "node:os";
import { parseArgs } from "node:util";
import { removeStale } from "./stale.ts";

const { values: args } = parseArgs({
  options: {
    path: { type: "string", default: `${tmpdir()}/netnotes-10.sock` },
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log("usage: unix-server [-h] [--path PATH]\n");
  console.log("Thanks whoever connects.");
  process.exit();
}

// listen() would cut a longer path silently
if (Buffer.byteLength(args.path) > (platform() === "darwin" ? 103 : 107)) {
  console.error(`bind: AF_UNIX path too long ${args.path}`);
  process.exit(1);
}

// step handle: as for TCP; but Node does not tell a client's path, if it has one
const server = net.createServer((conn) => {
  // step error: a client that is gone costs a line; a fault ends the program
  conn.on("error", (error: NodeJS.ErrnoException) => {
    console.log(`lost '' ${error.code}`);
  });
  console.log("Got connection from ''");
  conn.write("Thank you for connecting");
  conn.destroySoon();
});

// step stale: a server that was killed has left its file
// corrected: bind finds the file and fails, whoever made it (proof stale-path)
await removeStale(args.path);

// steps server serve: listen() makes the calls, the event loop is the loop
server.listen(args.path);
await once(server, "listening");
console.log(`listening on ${args.path}`);
