/**
 * Sends a file, and waits until the server says that it has it.
 *
 *     pnpm chapter 04 multi-client --node
 *     pnpm chapter 04 multi-client --node FILE
 */
import { once } from "node:events";
import net from "node:net";
import path from "node:path";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { inspect, parseArgs } from "node:util";
import { openFile } from "./files.ts";
import { progress } from "./progress.ts";

const SAMPLE = path.resolve(import.meta.filename, "../../data/data.txt");

const { values: args, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "8888" },
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log("usage: multi-client [-h] [--host HOST] [--port PORT] [file]\n");
  console.log("Sends a file, and is told so.");
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

// steps send half-close: pipeline() reads no faster than the kernel takes, and ends
// corrected: without it both would wait for ever (proof acknowledge)
await pipeline(file.createReadStream(), progress(name, size), client);

// steps answer close: to the end of the stream; Node closes what both have ended
const answer = await text(client);
if (answer === "文件上传成功") console.log(answer);
else {
  console.error(`no acknowledgement: ${inspect(answer)}`);
  process.exitCode = 1;
}
