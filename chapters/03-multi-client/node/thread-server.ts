/**
 * Serves each client with a thread of its own, which gets what the client says.
 *
 * Start it first, and clients in other terminals:
 *
 *     pnpm chapter 03 thread-server --node
 *     pnpm chapter 03 client --node
 */
import { once } from "node:events";
import net from "node:net";
import { parseArgs } from "node:util";
import { isMainThread, Worker } from "node:worker_threads";
import { answers } from "./answers.ts";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "9999" },
    think: { type: "string", default: "0" },
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log(
    "usage: thread-server [-h] [--host HOST] [--port PORT] [--think THINK]",
  );
  console.log("\nServes each client with a thread.\n");
  console.log("  --think THINK  seconds before each answer");
  process.exit();
}
const think = Number(args.think);
if (!(think >= 0 && think <= 3600)) {
  console.error("--think must be 0 to 3600");
  process.exit(2);
}
if (isMainThread) await main();
else answers();

async function main(): Promise<void> {
  // steps socket reuse bind listen: listen() makes all four calls
  const server = net.createServer({ allowHalfOpen: true }, (conn) => {
    void tcplink(conn);
  });
  server.listen({ host: args.host, port: Number(args.port), backlog: 128 });
  await once(server, "listening");
  const { address, port } = server.address() as net.AddressInfo;
  console.log(
    `listening on ${net.isIPv6(address) ? `[${address}]` : address}:${port}`,
  );
  console.log("Waiting for connection...");
}

async function tcplink(conn: net.Socket): Promise<void> {
  const { remoteAddress: host = "unknown", remotePort: port = 0 } = conn;
  // an error is caught below; without a listener it would end the process
  conn.on("error", () => {});
  // step thread: it shares neither objects nor sockets with us, only messages
  const thread = new Worker(new URL(import.meta.url), { workerData: think });
  thread.on("error", (error) => conn.destroy(error));
  try {
    console.log(`Accept new connection from ${host}:${port}...`);
    conn.write("Welcome!");
    for await (const chunk of conn) {
      // step answer: the thread may block as long as it likes, this one may not
      thread.postMessage(chunk);
      const [answer] = (await once(thread, "message")) as [string | null];
      if (answer === null) break;
      // the next read waits until the kernel has taken this answer
      await new Promise((taken) => conn.write(answer, taken));
    }
  } catch (error) {
    const { code } = (conn.errored ?? error) as NodeJS.ErrnoException;
    console.log(`lost ('${host}', ${port}) ${code}`);
  }
  // step close: of the connection, and of its thread
  conn.destroy();
  await thread.terminate();
  console.log(`Connection from ${host}:${port} closed.`);
}
