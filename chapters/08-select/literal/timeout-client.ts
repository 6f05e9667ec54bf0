/**
 * Asks once, and waits for the answer for so many seconds, and no longer.
 *
 *     pnpm chapter 08 timeout-client
 *     pnpm chapter 08 timeout-client --timeout 0.5
 */
import { ArgumentParser } from "argparse";
import { print, run, TimeoutError } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";
import * as sys from "@netnotes/stdlib/sys";
import * as time from "@netnotes/stdlib/time";

const REPLY = codecs.encode("这是一条回复消息", "utf-8");

function exit(message: string): never {
  sys.stderr.write(`${message}\n`);
  process.exit(1);
}

export function main(): void {
  const parser = new ArgumentParser({ description: "Asks once." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 8888 });
  parser.add_argument("--timeout", {
    type: "float",
    default: 5,
    help: "in seconds",
  });
  const args = parser.parse_args();
  if (!(args.timeout > 0 && args.timeout <= 3600)) {
    parser.error("--timeout must be above 0 and at most 3600 seconds");
  }

  // step socket: an endpoint for TCP over IPv4, connected to nothing yet
  const client = socket.socket(socket.AF_INET, socket.SOCK_STREAM);

  // step deadline: one for all of it: connecting, asking, the whole answer
  // corrected: settimeout starts anew with every call (proof waiting)
  const deadline = time.monotonic() + args.timeout;
  const left = () => Math.max(deadline - time.monotonic(), 0.001);

  let reply: Buffer = Buffer.alloc(0);
  try {
    // step connect: by itself it would try for minutes
    client.settimeout(left());
    client.connect([args.host, args.port]);

    // step send: even that waits, when nobody reads
    client.settimeout(left());
    client.sendall(codecs.encode("你好", "utf-8"));

    // step receive: the whole reply, in what is left of the time
    while (reply.length < REPLY.length) {
      client.settimeout(left());
      const chunk = client.recv(REPLY.length - reply.length);
      if (chunk.length === 0) exit("the server has closed the connection");
      reply = Buffer.concat([reply, chunk]);
    }
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    exit(`timed out after ${args.timeout} s (a longer --timeout may help)`);
  }
  print(reply.toString("utf-8"));

  // step close: give the socket back to the kernel
  client.close();
}

run(main);
