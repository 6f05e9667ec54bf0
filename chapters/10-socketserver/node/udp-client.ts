/**
 * Sends one datagram, of 9000 bytes unless told, and prints the answer.
 *
 *     pnpm chapter 10 udp-client --node
 */
import dgram from "node:dgram";
import { once } from "node:events";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "1234" },
    size: { type: "string", default: "9000" },
    timeout: { type: "string", default: "5" },
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log(
    "usage: udp-client [-h] [--host HOST] [--port PORT] [--size BYTES]\n" +
      "                  [--timeout SECONDS]\n",
  );
  console.log("Sends one datagram.");
  process.exit();
}
const [port, size, timeout] = [args.port, args.size, args.timeout].map(
  Number,
) as [number, number, number];
if (!(Number.isInteger(size) && size >= 0 && size <= 65535)) {
  console.error("--size must be 0-65535");
  process.exit(2);
}
if (!(timeout > 0 && timeout <= 3600)) {
  console.error("--timeout must be above 0 and at most 3600 seconds");
  process.exit(2);
}

// step socket: an endpoint for UDP over IPv4
const client = dgram.createSocket("udp4");

// step connect: nothing is sent; we hear this server alone, and are told when
// its port is nobody's
client.connect(port, args.host);
await once(client, "connect");

// step send: one datagram; without a callback an error would go unheard
client.send(Buffer.alloc(size, "x"), (error) => {
  if (error) client.emit("error", error);
});

// steps receive timeout: one event, or none in time; what is lost is lost
const signal = AbortSignal.timeout(timeout * 1000);
try {
  const [answer] = (await once(client, "message", { signal })) as [Buffer];
  console.log(answer.toString("utf-8"));
} catch (error) {
  // Node's own error does not say whose port it was
  if (!signal.aborted)
    throw Object.assign(error as Error, { address: args.host, port });
  console.error(
    `recv: timed out after ${timeout} s ` +
      "(a datagram is lost, or late: try again, or a longer --timeout)",
  );
  process.exit(1);
}

// step close: give the socket back to the kernel; the server is not told
client.close();
