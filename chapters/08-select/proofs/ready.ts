/**
 * "Ready" is true of a moment that is over: somebody else may get there first.
 *
 * Who then calls a blocking recv or accept, waits. So sockets that are selected are non-blocking.
 * See also select(2), BUGS.
 *
 *     pnpm chapter 08 proof ready
 */
import { outcome, shows } from "@netnotes/course/proof";
import { b, run } from "@netnotes/stdlib/builtins";
import * as select from "@netnotes/stdlib/select";
import * as socket from "@netnotes/stdlib/socket";

const READERS = 16;

function countOf(outcomes: readonly string[], wanted: string): number {
  return outcomes.filter((one) => one === wanted).length;
}

/** All of them are told of the same thing; then each tries to take it. */
function race(what: string, readers: socket.Socket[], take: (s: socket.Socket) => unknown): void {
  const [ready] = select.select(readers, [], [], 5);
  shows(`${what}: of ${READERS} readers are told that it is ready`, ready.length, READERS);
  const outcomes = ready.map((s) => outcome(() => take(s)));
  shows("  get it", countOf(outcomes, "ok"), 1);
  shows("  get EAGAIN", countOf(outcomes, "EAGAIN"), READERS - 1);
}

export function main(): void {
  // As processes do that were forked, they share one socket: 16 descriptors of it.
  const server = socket.create_server(["127.0.0.1", 0]);
  const acceptors = Array.from({ length: READERS }, () => server.dup());
  for (const s of acceptors) s.setblocking(false);
  const client = socket.create_connection(server.getsockname());
  race("one connection", acceptors, (s) => s.accept()[0].close());

  const receiver = socket.socket(socket.AF_INET, socket.SOCK_DGRAM);
  receiver.bind(["127.0.0.1", 0]);
  const readers = Array.from({ length: READERS }, () => receiver.dup());
  for (const s of readers) s.setblocking(false);
  const sender = socket.socket(socket.AF_INET, socket.SOCK_DGRAM);
  sender.sendto(b`for one of you`, receiver.getsockname());
  race("one datagram", readers, (s) => s.recv(100));

  sender.sendto(b`for one of you`, receiver.getsockname());
  const [late] = select.select([receiver], [], [], 5)[0];
  receiver.dup().recv(100);
  late?.settimeout(0.2);
  shows(
    "a blocking reader that comes too late waits",
    outcome(() => late?.recv(100)),
    "timed out",
  );
  for (const s of [server, client, receiver, sender, ...acceptors, ...readers]) s.close();
}

run(main);
