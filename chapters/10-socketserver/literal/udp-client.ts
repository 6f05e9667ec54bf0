/**
 * Sends one datagram, of 9000 bytes unless told, and prints the answer.
 *
 *     pnpm chapter 10 udp-client
 */
import { ArgumentParser } from "argparse";
import { print, printWith, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";

export function main(): void {
  const parser = new ArgumentParser({ description: "Sends one datagram." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 1234 });
  parser.add_argument("--size", {
    type: "int",
    default: 9000,
    help: "in bytes",
  });
  parser.add_argument("--timeout", {
    type: "float",
    default: 5,
    help: "in seconds",
  });
  const args = parser.parse_args();
  if (!(args.size >= 0 && args.size <= 65535))
    parser.error("--size must be 0-65535");
  if (!(args.timeout > 0 && args.timeout <= 3600))
    parser.error("--timeout must be above 0 and at most 3600 seconds");

  // step socket: an endpoint for UDP over IPv4
  const client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM);

  // step connect: nothing is sent; we hear this server alone, and are told when
  // its port is nobody's
  client.connect([args.host, args.port]);

  // step timeout: what is lost is lost, and nobody says so
  client.settimeout(args.timeout);

  // step send: one datagram
  client.send(Buffer.alloc(args.size, "x"));

  // step receive: one datagram, the whole of it
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

  // step close: give the socket back to the kernel; the server is not told
  client.close();
}

run(main);
