/**
 * Says hello to whoever sends it a name, for ever.
 *
 * Start it first, and a client in a second terminal:
 *
 *     pnpm chapter 05 server
 *     pnpm chapter 05 client
 */
import { ArgumentParser } from "argparse";
import { b, OSError, print, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

function written(addr: socket.InetAddress): string {
  // corrected: "%s:%s" % addr fails for IPv6's four parts (01 proof everywhere)
  const [host, port] = addr;
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}

export function main(): void {
  const parser = new ArgumentParser({
    description: "Says hello to whoever sends a name.",
  });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 9999 });
  const args = parser.parse_args();

  // step lookup: the host's address, and whether it is an IPv4 or an IPv6 one
  const found = socket.getaddrinfo(args.host, null);
  const [family, , , , [host, , ...scope]] = found[0]!;

  // step socket: an endpoint for UDP, of that family alone
  // corrected: AF_INET has no way to ::1 (proof ipv6)
  const server = socket.socket(family, socket.SOCK_DGRAM);

  // step bind: take an address of this host; there is no listen and no accept,
  // and no SO_REUSEADDR: with it, a second server could take every datagram
  server.bind([host, args.port, ...scope]);
  const own = server.getsockname();
  print(`listening on ${written(own)}`);
  print(`Bind UDP on ${own[1]}...`);

  while (true) {
    // step receive: one datagram, from anyone, with its sender's address
    // corrected: 1024 bytes cut a longer one silently (proof boundaries)
    const [data, addr] = server.recvfrom(65535);
    print(`Received from ${written(addr)}.`);

    // step send: one datagram back; what can't be sent costs its client only
    try {
      server.sendto(Buffer.concat([b`Hello, `, data, b`!`]), addr);
    } catch (error) {
      if (!(error instanceof OSError)) throw error;
      print(`no answer to ${written(addr)}: ${error.code}`);
    }
  }
}

run(main);
