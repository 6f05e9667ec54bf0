/**
 * Sends a file with its length and digest, and prints what became of it.
 *
 *     pnpm chapter 04 checked-client --node
 *     pnpm chapter 04 checked-client --node FILE
 */
import { createHash } from "node:crypto";
import { once } from "node:events";
import net from "node:net";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { openFile } from "./files.ts";
import { progress } from "./progress.ts";
import { receiveAnswer } from "./receiving.ts";

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
  console.log(
    "usage: checked-client [-h] [--host HOST] [--port PORT] [file]\n",
  );
  console.log("Sends a file that is checked.");
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

// step connect: half-open, or the server's end would end ours in silence
const { host, port } = args;
const client = net.connect({ host, port: Number(port), allowHalfOpen: true });
await once(client, "connect");

async function* framed(pieces: AsyncIterable<Buffer>) {
  // step header: how many bytes come, and the file's name without its folders
  yield `${size} ${path.basename(name)}\n`;
  const digest = createHash("sha256");
  for await (const piece of pieces) {
    digest.update(piece);
    yield piece;
  }
  // step digest: of what was sent, whatever has happened to the file meanwhile
  yield `${digest.digest("hex")}\n`;
}

// step send: meanwhile, for an answer ends it: before the end it is a no
const pieces = file.createReadStream();
const sending = pipeline(pieces, progress(name, size), framed, client);
sending.catch(() => {}); // the server has broken off; perhaps it has said why

// step answer: the server's last word
const answer = await receiveAnswer(client);

// step close: give the socket back to the kernel
client.destroy();
if (answer === "文件上传成功") console.log(answer);
else {
  console.error(answer || "no answer: nobody knows what became of the file");
  process.exitCode = 1;
}
