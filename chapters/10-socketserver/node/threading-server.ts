/**
 * Serves all clients at the same time: a name is a line, and so is the answer.
 *
 *     pnpm chapter 10 threading-server --node
 *     pnpm chapter 10 threading-client --node
 */
import { once } from "node:events";
import net from "node:net";
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
  console.log("usage: threading-server [-h] [--host HOST] [--port PORT]\n");
  console.log("Serves each client in an async function.");
  process.exit();
}

// steps mixin daemon: no thread, because nothing here blocks: a function that
// awaits its client lets the others go on
// corrected: without it one client is served at a time (proof synchronous)
const server = net.createServer({ allowHalfOpen: true }, (conn) => {
  void handle(conn);
});

async function handle(conn: net.Socket): Promise<void> {
  const addr = `('${conn.remoteAddress ?? "unknown"}', ${conn.remotePort ?? 0})`;
  // as sendall: over when the kernel has all of it, or nobody is left to have it
  const sendall = (data: string | Buffer) =>
    new Promise((done) => conn.write(data, done));
  // an error is caught below; without a listener it would end the process
  conn.on("error", () => {});

  // step timeout: who says nothing for a minute, or reads nothing, has left
  conn.setTimeout(60_000, () => {
    conn.destroy(Object.assign(new Error(), { code: "timed out" }));
  });

  // step handle: a line that lacks its end is too long, or its client has left
  try {
    console.log(`Got connection from ${addr}`);
    await sendall("Thank you for connecting\n");
    for await (const name of lines(conn, 1024))
      await sendall(
        Buffer.from(`Hello, ${name.toString("latin1")}!\n`, "latin1"),
      );
  } catch (error) {
    // step error: a client that is gone costs a line, a fault is told in full
    const { code } = (conn.errored ?? error) as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    console.log(`lost ${addr} ${code}`);
  } finally {
    conn.destroy();
  }
}

// steps reuse server serve: listen() makes all the calls, and the event loop
// is the loop
// corrected: without it a restart fails for a minute (proof address-in-use)
server.listen({ host: args.host, port: Number(args.port) });
await once(server, "listening");
const { address, port } = server.address() as net.AddressInfo;
console.log(
  `listening on ${net.isIPv6(address) ? `[${address}]` : address}:${port}`,
);
