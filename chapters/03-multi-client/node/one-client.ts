/**
 * Waits for its turn, says one line that you type, and ends.
 *
 *     pnpm chapter 03 one-client --node
 */
import { once } from "node:events";
import net from "node:net";
import readline from "node:readline";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "2121" },
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log("usage: one-client [-h] [--host HOST] [--port PORT]\n");
  console.log("Waits for its turn, says one line.");
  process.exit();
}

// steps socket connect: one call, and an event when the connection is there
// corrected: it is the kernel that answers (proof one-at-a-time)
// (half-open, or the server's end would end ours in silence)
const { host, port } = args;
const client = net.connect({ host, port: Number(port), allowHalfOpen: true });
// the reader below would keep an error to itself while we wait for the input
client.on("error", (error) => {
  throw error;
});
await once(client, "connect");
console.log(`connected ('${client.localAddress}', ${client.localPort})`);

// step greeting: it comes when our turn has come; both sides know its length
let greeting = "";
client.setEncoding("utf-8");
const reads = client[Symbol.asyncIterator]();
while (greeting.length < "back_data".length) {
  const { value, done } = await reads.next();
  if (done) {
    console.error("the server left before our turn had come");
    process.exit(1);
  }
  greeting += value;
}
console.log(greeting);

// step input: as long as nothing is typed, nobody else gets a turn
// (terminal: false leaves line editing and Ctrl+C to the terminal itself)
const lines = readline.createInterface({
  input: process.stdin,
  output: process.stdout,
  prompt: "客户端输入信息:",
  terminal: false,
});
lines.prompt();
const [line = ""] = await Promise.race([
  once(lines, "line"),
  once(lines, "close"),
]);

// step send: all of it; an empty line sends nothing
client.write(line);

// step close: the server reads the end of the stream; end() would wait for its own
client.destroySoon();
// an input that is still open would keep the program alive
process.stdin.pause();
