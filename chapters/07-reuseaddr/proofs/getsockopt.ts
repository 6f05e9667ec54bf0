/**
 * Only setsockopt sets an option; getsockopt with the same arguments asks, and raises no error.
 *
 * Its third argument is how many bytes of the answer are wanted: a 1 that was meant as "on" brings
 * one byte, at which nobody looks. See also getsockopt(2).
 *
 *     pnpm chapter 07 proof getsockopt
 */
import { holds, outcome, shows } from "@netnotes/course/proof";
import { repr, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

const { SO_REUSEADDR, SOL_SOCKET } = socket;

/** A server whose only client waits for its end, prepared in some way; how its restart fares. */
function restart(prepare: (listener: socket.Socket) => unknown): string {
  const listener = socket.socket();
  prepare(listener);
  listener.bind(["127.0.0.1", 0]);
  listener.listen();
  const address = listener.getsockname();
  const client = socket.create_connection(address);
  const [conn] = listener.accept();
  for (const s of [listener, conn]) s.close();
  client.recv(1);
  client.close();
  const again = socket.socket();
  prepare(again);
  const result = outcome(() => again.bind(address));
  again.close();
  return result;
}

export function main(): void {
  const s = socket.socket();
  shows("a new socket's option", s.getsockopt(SOL_SOCKET, SO_REUSEADDR), 0);
  const answer = s.getsockopt(SOL_SOCKET, SO_REUSEADDR, 1);
  shows("getsockopt(…, 1), meant to set it, returns", repr(answer), String.raw`b'\x00'`);
  shows("and the option afterwards", s.getsockopt(SOL_SOCKET, SO_REUSEADDR), 0);
  shows("setsockopt(…, 1) returns", s.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1), undefined);
  const on = s.getsockopt(SOL_SOCKET, SO_REUSEADDR);
  holds("and the option afterwards: not 0", on !== 0, on);
  s.close();

  shows(
    "a restart, both runs with getsockopt",
    restart((listener) => listener.getsockopt(SOL_SOCKET, SO_REUSEADDR, 1)),
    "EADDRINUSE",
  );
  shows(
    "a restart, both runs with setsockopt",
    restart((listener) => listener.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)),
    "ok",
  );
}

run(main);
