/**
 * Sends what you type, line by line, until you type 886.
 *
 *     pnpm chapter 01 chat-client --node
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
  console.log("usage: chat-client [-h] [--host HOST] [--port PORT]\n");
  console.log("Sends what you type; 886 ends it.");
  process.exit();
}

// steps socket connect: one call, and an event when the connection is there
// (half-open, or the server's end would end ours in silence)
const { host, port } = args;
const client = net.connect({ host, port: Number(port), allowHalfOpen: true });
await once(client, "connect");

// step input: the end of the input ends the chat as 886 does
// (terminal: false leaves line editing and Ctrl+C to the terminal itself)
const lines = readline.createInterface({
  input: process.stdin,
  output: process.stdout,
  prompt: "客户端输入信息:",
  terminal: false,
});
lines.prompt();
for await (const line of lines) {
  // step send: all of it; an empty line sends nothing
  // corrected: send may take only a part of it (proof partly)
  await new Promise<void>((taken, failed) => {
    client.write(line, (error) => (error ? failed(error) : taken()));
  });
  if (line === "886") break;
  lines.prompt();
}

// step close: the server reads the end of the stream; end() would wait for its own
client.destroySoon();
// an input that is still open would keep the program alive
process.stdin.pause();
