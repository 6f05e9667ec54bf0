/**
 * Sends three names, one after the other, and prints each answer.
 *
 *     pnpm chapter 05 client --node
 */
import dgram from "node:dgram";
import { lookup } from "node:dns/promises";
import { once } from "node:events";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "9999" },
    timeout: { type: "string", default: "5" },
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log("usage: client [-h] [--host HOST] [--port PORT] [--timeout S]\n");
  console.log("Sends three names.");
  process.exit();
}
const [port, timeout] = [Number(args.port), Number(args.timeout)];
if (!(timeout > 0 && timeout <= 3600)) {
  console.error("--timeout must be above 0 and at most 3600 seconds");
  process.exit(2);
}

// step lookup: the host's address, and whether it is an IPv4 or an IPv6 one
const { address, family } = await lookup(args.host);

// step socket: an endpoint for UDP, of that family alone
// corrected: AF_INET has no way to ::1 (proof ipv6)
const client = dgram.createSocket(family === 6 ? "udp6" : "udp4");

// step connect: nothing is sent; from here on we hear this server alone, and
// are told when its port is nobody's
// corrected: the notes' client takes an answer from anyone (proof connected)
client.connect(port, address);
await once(client, "connect");

for (const name of ["Michael", "Tracy", "Sarah"]) {
  // step send: one datagram; without a callback an error would go unheard
  client.send(name, (error) => {
    if (error) client.emit("error", error);
  });

  // steps receive timeout: one event, or none in time; what is lost is lost
  // corrected: 1024 bytes cut a longer one silently (proof boundaries)
  // corrected: the notes' client waits for ever (proof connected)
  const signal = AbortSignal.timeout(timeout * 1000);
  try {
    const [answer] = (await once(client, "message", { signal })) as [Buffer];
    console.log(answer.toString("utf-8"));
  } catch (error) {
    // Node's own error does not say whose port it was
    if (!signal.aborted) throw Object.assign(error as Error, { address, port });
    console.error(
      `recv: timed out after ${timeout} s ` +
        "(a datagram is lost, or late: try again, or a longer --timeout)",
    );
    process.exit(1);
  }
}

// step close: give the socket back to the kernel; the server is not told
client.close();
