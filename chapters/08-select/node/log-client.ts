/**
 * Sends what you type, line by line, to be logged; an empty line ends it.
 *
 *     pnpm chapter 08 log-client --node
 */
import { once } from "node:events";
import net from "node:net";
import readline from "node:readline";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "6666" },
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log("usage: log-client [-h] [--host HOST] [--port PORT]\n");
  console.log("Sends what you type, to be logged.");
  process.exit();
}

const LOGGED = Buffer.from("接收成功!");

// steps socket connect: one call, and an event when the connection is there
const client = net.connect({ host: args.host, port: Number(args.port) });
await once(client, "connect");

// step announce: an empty line, so that the server expects newlines from us
// corrected: without one, each of its reads is a line (proof log)
// (sent with the first message: the notes' server acknowledges each read)
let announcement = "\n";

const replies = client[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
let data: Buffer = Buffer.alloc(0);

// step input: an empty line ends it, and so does the end of the input
// (terminal: false leaves line editing and Ctrl+C to the terminal itself)
const lines = readline.createInterface({
  input: process.stdin,
  output: process.stdout,
  prompt: "Msg>>",
  terminal: false,
});
lines.prompt();
for await (const msg of lines) {
  if (!msg) break;

  // step send: the newline says where the message ends
  client.write(`${announcement}${msg}\n`);
  announcement = "";

  // step receive: the acknowledgement, whole: its length marks its end
  // corrected: one recv may bring a part of it (01 proof stream)
  while (data.length < LOGGED.length) {
    const { value, done } = await replies.next();
    if (done) {
      console.error(
        "the server is gone: perhaps it has logged this, perhaps not",
      );
      process.exit(1);
    }
    data = Buffer.concat([data, value]);
  }
  console.log(data.toString("utf-8", 0, LOGGED.length));
  data = data.subarray(LOGGED.length);
  lines.prompt();
}

// step close: the server reads the end of the stream; end() would wait for its own
client.destroySoon();
// an input that is still open would keep the program alive
process.stdin.pause();
