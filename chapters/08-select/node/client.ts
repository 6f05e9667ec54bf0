/**
 * Sends what you type, line by line, and prints each reply; an empty line ends it.
 *
 *     pnpm chapter 08 client --node
 */
import { once } from "node:events";
import net from "node:net";
import readline from "node:readline";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "8888" },
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log("usage: client [-h] [--host HOST] [--port PORT]\n");
  console.log("Sends what you type.");
  process.exit();
}

// steps socket connect: one call, and an event when the connection is there
const client = net.connect({ host: args.host, port: Number(args.port) });
await once(client, "connect");
client.setEncoding("utf-8");
const replies = client[Symbol.asyncIterator]() as AsyncIterator<string>;

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

  // step send: all of it, however many pieces the kernel takes
  client.write(msg);

  // step receive: wait for what comes next, be it a reply, or a part of one
  // corrected: the notes ask on when the server is gone (01 proof ends)
  const { value, done } = await replies.next();
  if (done) {
    console.error("the server has closed the connection");
    process.exit(1);
  }
  console.log(value);
  lines.prompt();
}

// step close: the server reads the end of the stream; end() would wait for its own
client.destroySoon();
// an input that is still open would keep the program alive
process.stdin.pause();
