/**
 * Connects to a path on this computer, and prints what the server says.
 *
 *     pnpm chapter 10 unix-client --node
 */
import net from "node:net";
import { platform, tmpdir } from "node:os";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    path: { type: "string", default: `${tmpdir()}/netnotes-10.sock` },
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log("usage: unix-client [-h] [--path PATH]\n");
  console.log("Prints what the server says.");
  process.exit();
}

// connect() would cut a longer path silently
if (Buffer.byteLength(args.path) > (platform() === "darwin" ? 103 : 107)) {
  console.error(`connect: AF_UNIX path too long ${args.path}`);
  process.exit(1);
}

// steps socket connect: a path instead of a port makes it a Unix socket
const client = net.connect(args.path);

// step receive: until the server closes
// corrected: one recv is not one message (01 proof stream)
console.log(await text(client));

// step close: Node closes our side when the server's has ended
