/**
 * Answers every client, and waits for all of them at once: in the event loop.
 *
 *     pnpm chapter 08 server --node
 *     pnpm chapter 08 client --node
 */
import { once } from "node:events";
import net from "node:net";
import { StringDecoder } from "node:string_decoder";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "8888" },
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log("usage: server [-h] [--host HOST] [--port PORT]\n");
  console.log("Answers every client.");
  process.exit();
}

// step nonblocking: all of Node's sockets are
// corrected: the notes' accept may wait after all (proof ready)

// step accept: the loop does it, and brings a socket of its own
// corrected: the 1,024th ends the notes' server (proof limits)
const server = net.createServer((conn) => {
  const addr = `('${conn.remoteAddress ?? "unknown"}', ${conn.remotePort ?? 0})`;
  console.log(`Connect from ${addr}`);
  const decoder = new StringDecoder("utf-8");

  // step receive: one read for each, so that all have their turn
  // corrected: one dead client ends the notes' server (proof dead-client)
  conn.on("data", (data) => {
    const text = decoder.write(data);
    if (text) console.log(`Receive: ${text}`);

    // step reply: as much as the kernel takes; Node keeps the rest
    // corrected: even a writable socket can block (proof write-list)
    const isTaken = conn.write("这是一条回复消息");

    // step watch: who takes no replies is not read until it does
    // corrected: one entry for each read piles up (proof write-list)
    // corrected: xlist is for urgent data, not for errors (proof events)
    if (!isTaken) conn.pause();
  });
  conn.on("drain", () => conn.resume());

  // step close: Node does it, once the client has said all, and heard all
  conn.on("end", () => {
    const text = decoder.end();
    if (text) console.log(`Receive: ${text}`);
  });
  conn.on("error", (error: NodeJS.ErrnoException) => {
    console.log(`lost ${addr} ${error.code}`);
  });
});

// step listen: socket, SO_REUSEADDR, bind and listen in one call
// corrected: 0.0.0.0 lets in whoever reaches this host (01 proof everywhere)
// corrected: 5 places are few for a crowd (01 proof backlog)
server.listen({ host: args.host, port: Number(args.port), backlog: 128 });
await once(server, "listening");
const { address, port } = server.address() as net.AddressInfo;
console.log(
  `listening on ${net.isIPv6(address) ? `[${address}]` : address}:${port}`,
);

// step wait: what is left to Node when the program is over: epoll_wait, kevent
console.log("等待IO发生");
