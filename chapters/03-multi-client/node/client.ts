/**
 * Is greeted, says three names and hears each one answered, and ends.
 *
 *     pnpm chapter 03 client --node
 */
import net from "node:net";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "9999" },
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log("usage: client [-h] [--host HOST] [--port PORT]\n");
  console.log("Says three names, one by one.");
  process.exit();
}

// steps socket connect: one call, which returns before the connection is there
const client = net.connect({ host: args.host, port: Number(args.port) });

// step greeting: nothing marks its end, but both sides know how long it is
// corrected: one recv is not one message (01 proof stream)
client.setEncoding("utf-8");
const reads = client[Symbol.asyncIterator]();
console.log(await receive("Welcome!"));

for (const name of ["alice", "bob", "jack"]) {
  // step send: one name; a second one now might arrive joined to it
  client.write(name);

  // step receive: the whole answer, before the next name
  console.log(await receive(`Hello, ${name}!`));
}

// step exit: the word that ends the conversation
client.write("exit");

// step close: give the socket back to the kernel; end() would wait for the server
client.destroySoon();

// step whole: read until so much is here as the answer must have
async function receive(expected: string): Promise<string> {
  let answer = "";
  while (answer.length < expected.length) {
    const { value, done } = await reads.next();
    if (done) {
      console.error("the server left before it had answered");
      process.exit(1);
    }
    answer += value;
  }
  return answer;
}
