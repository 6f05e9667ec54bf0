/**
 * Sends each line that you type, and prints the server's answer to it.
 *
 *     pnpm chapter 10 threading-client --node
 */
import net from "node:net";
import readline from "node:readline";
import { parseArgs } from "node:util";
import { lines } from "./lines.ts";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "1234" },
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log("usage: threading-client [-h] [--host HOST] [--port PORT]\n");
  console.log("Sends what you type, line by line.");
  process.exit();
}

// step connect: the connection is made while we go on
const client = net.connect({ host: args.host, port: Number(args.port) });

// step input: the end of the input ends the conversation
// (terminal: false leaves line editing and Ctrl+C to the terminal itself)
const names = readline.createInterface({
  input: process.stdin,
  output: process.stdout,
  prompt: "Name: ",
  terminal: false,
});
const typed = names[Symbol.asyncIterator]();

// steps file receive: the greeting, and then an answer for each line
let left = false;
for await (const answer of lines(client)) {
  console.log(answer.toString("utf-8"));
  names.prompt();
  const name = await typed.next();
  if ((left = name.done === true)) break;

  // step send: the newline says where the message ends
  client.write(`${name.value}\n`);
}
if (!left) {
  console.error("the server has ended the connection");
  process.exit(1);
}

// step close: leaving the loop has closed the connection
// an input that is still open would keep the program alive
process.stdin.pause();
