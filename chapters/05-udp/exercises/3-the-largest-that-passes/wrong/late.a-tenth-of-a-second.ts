/**
 * Wrong: waits for a tenth of a second, whatever its command line says.
 */
import { ArgumentParser } from "argparse";
import { OSError, print, printWith, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import * as sys from "@netnotes/stdlib/sys";
import * as time from "@netnotes/stdlib/time";

/** Whether the system takes a datagram of this size. */
function sends(client: socket.Socket, size: number): boolean {
  try {
    client.send(Buffer.alloc(size));
    return true;
  } catch (error) {
    if (error instanceof OSError && error.code === "EMSGSIZE") return false;
    throw error;
  }
}

export function main(): void {
  const parser = new ArgumentParser({ description: "Tries sizes." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 9999 });
  parser.add_argument("--timeout", { type: "float", default: 0.5 });
  parser.add_argument("--tries", { type: "int", default: 3 });
  parser.add_argument("sizes", { nargs: "+", type: "int" });
  const args = parser.parse_args();

  const client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM);
  client.connect([args.host, args.port]);

  let largest = 0;
  let open: number[] = args.sizes; // those that may be larger than that
  for (let tries = 0; tries < args.tries && open.length > 0; tries += 1) {
    open = open.filter((size) => sends(client, size));
    const end = time.monotonic() + 0.1;
    for (let left = 0.1; left > 0; left = end - time.monotonic()) {
      if (open.length === 0) break;
      client.settimeout(left);
      try {
        const answer = client.recv(100).toString();
        largest = open.find((size) => String(size) === answer) ?? largest;
        open = open.filter((other) => other > largest);
      } catch (error) {
        if (!(error instanceof socket.timeout)) throw error;
      }
    }
  }
  if (largest > 0) return print(largest);
  printWith({ file: sys.stderr }, "no size passes");
  process.exit(1);
}

run(main);
