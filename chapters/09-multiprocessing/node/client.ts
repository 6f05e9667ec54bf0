/**
 * Asks the server how many primes there are up to some numbers.
 *
 *     pnpm chapter 09 client --node
 *     pnpm chapter 09 client --node 10000000 10000000
 */
import net from "node:net";
import { parseArgs } from "node:util";

const POWERS = ["10", "100", "1000", "10000", "100000", "1000000"];

const { values: args, positionals } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "9090" },
    help: { type: "boolean", short: "h" },
  },
  allowPositionals: true,
});
if (args.help) {
  console.log("usage: client [-h] [--host HOST] [--port PORT] [numbers ...]\n");
  console.log("Asks for primes up to some numbers.");
  process.exit();
}
if (!positionals.every((number) => /^-?\d+$/.test(number))) {
  console.error("the numbers must be whole numbers");
  process.exit(2);
}

// steps socket connect: one call, which returns before the connection is there
const client = net.connect({ host: args.host, port: Number(args.port) });

// step lines: an answer is a line however it comes
client.setEncoding("utf-8");
const reads = client[Symbol.asyncIterator]();
let unread = "";
async function readLine(): Promise<string> {
  while (!unread.includes("\n")) {
    const { value, done } = await reads.next();
    if (done) {
      console.error("the server left before it had answered");
      process.exit(1);
    }
    unread += value;
  }
  const [line = "", ...rest] = unread.split("\n");
  unread = rest.join("\n");
  return line;
}

for (const number of positionals.length > 0 ? positionals : POWERS) {
  let answer = "ask again";
  // step again: counting changes nothing, so that asking twice does no harm
  while (answer.endsWith("ask again")) {
    // step ask: a number on a line of its own
    client.write(`${number}\n`);

    // step answer: one line for one, and who has counted
    answer = await readLine();
    console.log(`${number}: ${answer}`);
  }
}

// step close: give the socket back to the kernel; end() would wait for the server
client.destroySoon();
