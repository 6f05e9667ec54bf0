/**
 * Sends three names, one after the other, and prints each answer.
 *
 *     pnpm chapter 05 client
 */
import { ArgumentParser } from "argparse";
import { print, printWith, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";

export function main(): void {
  const parser = new ArgumentParser({ description: "Sends three names." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 9999 });
  parser.add_argument("--timeout", {
    type: "float",
    default: 5,
    help: "in seconds",
  });
  const args = parser.parse_args();
  if (!(args.timeout > 0 && args.timeout <= 3600))
    parser.error("--timeout must be above 0 and at most 3600 seconds");

  // step lookup: the host's address, and whether it is an IPv4 or an IPv6 one
  const found = socket.getaddrinfo(args.host, null);
  const [family, , , , [host, , ...scope]] = found[0]!;

  // step socket: an endpoint for UDP, of that family alone
  // corrected: AF_INET has no way to ::1 (proof ipv6)
  const client = socket.socket(family, socket.SOCK_DGRAM);

  // step connect: nothing is sent; from here on we hear this server alone, and
  // are told when its port is nobody's
  // corrected: the notes' client takes an answer from anyone (proof connected)
  client.connect([host, args.port, ...scope]);

  // step timeout: what is lost is lost, and nobody says so
  // corrected: the notes' client waits for ever (proof connected)
  client.settimeout(args.timeout);

  for (const name of ["Michael", "Tracy", "Sarah"]) {
    // step send: one datagram
    client.send(codecs.encode(name, "utf-8"));

    // step receive: one datagram, the whole of it
    // corrected: 1024 bytes cut a longer one silently (proof boundaries)
    let answer: Buffer;
    try {
      answer = client.recv(65535);
    } catch (error) {
      if (!(error instanceof socket.timeout)) throw error;
      printWith(
        { file: 2 },
        `recv: timed out after ${args.timeout} s ` +
          "(a datagram is lost, or late: try again, or a longer --timeout)",
      );
      process.exit(1);
    }
    print(codecs.decode(answer, "utf-8", "replace"));
  }

  // step close: give the socket back to the kernel; the server is not told
  client.close();
}

run(main);
