/**
 * Writing to a peer that is gone: the first send succeeds, the second is EPIPE.
 *
 * The first only draws the reset that the second reports. The signal that comes with it, SIGPIPE,
 * ends a program that does nothing about it; Python and Node ignore it. See also send(2),
 * signal(7).
 *
 *     pnpm chapter 01 proof gone
 */
import { spawnSync } from "node:child_process";
import { holds, outcome, shows } from "@netnotes/course/proof";
import { b, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import * as time from "@netnotes/stdlib/time";

/** A socket whose peer has closed, and whose first send has drawn a reset. */
function afterReset(): socket.Socket {
  const listener = socket.create_server(["127.0.0.1", 0]);
  const client = socket.create_connection(listener.getsockname());
  listener.accept()[0].close();
  listener.close();
  shows(
    "the peer has closed; a first send",
    outcome(() => client.send(b`hello?`)),
    "ok",
  );
  let error = 0;
  for (const start = time.monotonic(); error === 0; time.sleep(0.005)) {
    error = client.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR);
    if (time.monotonic() - start > 5) break;
  }
  holds("it has drawn a reset, which SO_ERROR tells", error !== 0, error);
  return client;
}

export function main(): void {
  const client = afterReset();
  shows(
    "a second send",
    outcome(() => client.send(b`hello?`)),
    "EPIPE",
  );
  shows(
    "a third",
    outcome(() => client.send(b`hello?`)),
    "EPIPE",
  );

  // `yes` does nothing about SIGPIPE; its output is our socket.
  const { signal } = spawnSync("yes", {
    stdio: ["ignore", client.fileno(), "ignore"],
  });
  shows("a program that does not ignore the signal ends by it", signal, "SIGPIPE");
  client.close();
}

run(main);
