/**
 * Serves each client in a process of its own, which is sent the connection.
 *
 * Start it first, and clients in other terminals:
 *
 *     pnpm chapter 03 process-server --node
 *     pnpm chapter 03 client --node
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import net from "node:net";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { tcplink } from "./tcplink.ts";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "9999" },
    think: { type: "string", default: "0" },
    child: { type: "boolean" }, // for our own processes
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log(
    "usage: process-server [-h] [--host HOST] [--port PORT] [--think THINK]",
  );
  console.log("\nServes each client in a process.\n");
  console.log("  --think THINK  seconds before each answer");
  process.exit();
}
const think = Number(args.think);
if (!(think >= 0 && think <= 3600)) {
  console.error("--think must be 0 to 3600");
  process.exit(2);
}
if (args.child) {
  // the channel to the parent ends with it, and so does a child
  process.on("disconnect", () => process.exit());
  process.on("message", (_, conn) => void serve(conn as net.Socket));
  process.send?.("ready", undefined, {}, (gone) => gone && process.exit());
} else {
  await main();
}

async function main(): Promise<void> {
  // steps accept process hand-over: nobody reads from it before the child does
  const program = fileURLToPath(import.meta.url);
  const server = net.createServer({ pauseOnConnect: true }, (conn) => {
    const child = fork(program, ["--child", "--think", args.think]);
    // with our copy open the client would never see the end
    const close = () => void conn.destroy();
    for (const end of ["error", "exit"]) child.on(end, close);
    // sent before the child is ready, it might break when nobody listens
    child.once("message", () => {
      child.send("connection", conn, { keepOpen: true }, close);
    });
  });

  // steps socket reuse bind listen: listen() makes all four calls
  // corrected: without it a restart fails for a minute (01 proof reuse)
  // corrected: in a queue of 5 the others wait for seconds (01 proof backlog)
  server.listen({ host: args.host, port: Number(args.port), backlog: 128 });
  await once(server, "listening");
  const { address, port } = server.address() as net.AddressInfo;
  console.log(
    `listening on ${net.isIPv6(address) ? `[${address}]` : address}:${port}`,
  );
  console.log("Waiting for connection...");
  // steps reap wait: the event loop does both by itself
}

async function serve(conn: net.Socket): Promise<void> {
  conn.allowHalfOpen = true;
  await tcplink(conn, think);
  process.exit();
}
