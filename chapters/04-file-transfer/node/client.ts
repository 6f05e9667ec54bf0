/**
 * Sends a file: its bytes, and nothing else.
 *
 *     pnpm chapter 04 client --node
 *     pnpm chapter 04 client --node FILE
 */
import { once } from "node:events";
import net from "node:net";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { openFile } from "./files.ts";
import { progress } from "./progress.ts";

const SAMPLE = path.resolve(import.meta.filename, "../../data/data.txt");

const { values: args, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "8848" },
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log("usage: client [-h] [--host HOST] [--port PORT] [file]\n");
  console.log("Sends a file.");
  process.exit();
}
const [name = SAMPLE, ...more] = positionals;
if (more.length > 0) {
  console.error(`unrecognized arguments: ${more.join(" ")}`);
  process.exit(2);
}

// step open: a file that is not there costs nobody a connection
const file = await openFile(name);
const { size } = await file.stat();

// steps socket connect: half-open, or the server's end would end ours in silence
const { host, port } = args;
const client = net.connect({ host, port: Number(port), allowHalfOpen: true });
await once(client, "connect");

// step send: pipeline() reads no faster than the kernel takes, and closes all
// corrected: 1024 bytes are only a small piece (01 proof partly)
// corrected: send may take only a part of it (proof short-send)
await pipeline(file.createReadStream(), progress(name, size), client);

// step close: the end of the stream is all that says where the file ends
client.destroySoon();
