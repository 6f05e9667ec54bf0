/**
 * The kernel shakes hands before accept, and closes in three segments or in four.
 *
 * It reads the state of both ends from /proc/net/tcp, where `ss -tan` looks too, while one
 * connection opens, closes by halves and goes; then it counts the segments of a closing. See also
 * tcp(7) and RFC 9293, section 3.3.2.
 *
 *     pnpm chapter 01 proof states
 */
// on: linux
import { readFileSync } from "node:fs";
import { holds, outcome, shows } from "@netnotes/course/proof";
import { b, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import * as time from "@netnotes/stdlib/time";

/** The states by their numbers in /proc/net/tcp and in TCP_INFO. */
const STATES: Record<number, string> = {
  1: "ESTABLISHED",
  4: "FIN_WAIT1",
  5: "FIN_WAIT2",
  6: "TIME_WAIT",
  7: "CLOSE",
  8: "CLOSE_WAIT",
  9: "LAST_ACK",
  10: "LISTEN",
};

/** The state of the end at port `near` whose peer is at `far`; "none" when it is forgotten. */
function state(near: number, far: number): string {
  const hex = (port: number) => `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  for (const line of readFileSync("/proc/net/tcp", "utf8").split("\n")) {
    const [, local = "", remote = "", number = "0"] = line.trim().split(/\s+/);
    if (local.endsWith(hex(near)) && remote.endsWith(hex(far))) {
      return STATES[Number.parseInt(number, 16)] ?? number;
    }
  }
  return "none";
}

/** Both ends, once they are as expected; segments are handled a moment after the call returns. */
function bothEnds(client: number, server: number, expected: [string, string]) {
  let seen = "";
  for (const start = time.monotonic(); time.monotonic() - start < 5;) {
    seen = `client ${state(client, server)}, server ${state(server, client)}`;
    if (seen === `client ${expected[0]}, server ${expected[1]}`) break;
    time.sleep(0.005);
  }
  return seen;
}

/** How many segments have come to this end (tcpi_segs_in of TCP_INFO). */
function segmentsIn(s: socket.Socket): number {
  return s.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 144).readUInt32LE(140);
}

/** Segments that the closing sends back to the side that says FIN first. */
function answersToFin(pause: number): number {
  const listener = socket.create_server(["127.0.0.1", 0]);
  const client = socket.create_connection(listener.getsockname());
  const [conn] = listener.accept();
  const before = segmentsIn(client);
  client.shutdown(socket.SHUT_WR);
  conn.recv(1);
  time.sleep(pause);
  conn.close();
  client.recv(1);
  const answers = segmentsIn(client) - before;
  client.close();
  listener.close();
  return answers;
}

export function main(): void {
  const listener = socket.create_server(["127.0.0.1", 0]);
  const [, port] = listener.getsockname();
  const client = socket.create_connection(["127.0.0.1", port]);
  const [, own] = client.getsockname();
  const check = (what: string, a: string, z: string) =>
    shows(what, bothEnds(own, port, [a, z]), `client ${a}, server ${z}`);

  check("connected, and accept not yet called", "ESTABLISHED", "ESTABLISHED");
  client.sendall(Buffer.alloc(1000));
  const [conn] = listener.accept();
  conn.setblocking(false);
  shows("bytes that arrived before accept", conn.recv(2000).length, 1000);
  conn.setblocking(true);

  client.shutdown(socket.SHUT_WR);
  check("the client has half-closed", "FIN_WAIT2", "CLOSE_WAIT");
  conn.sendall(b`still open this way`);
  shows("and can read on", client.recv(100).toString(), "still open this way");
  conn.close();
  check("both have closed; the first to do so waits", "TIME_WAIT", "none");
  client.close();

  const quick: number[] = []; // on a busy machine the ACK may be gone before we close
  while (!quick.includes(1) && quick.length < 100) quick.push(answersToFin(0));
  holds(
    "closing at once answers FIN with one segment, FIN+ACK: three in all",
    quick.includes(1),
    quick,
  );
  const slow = answersToFin(0.3);
  shows("closing later answers it with two, ACK and then FIN: four in all", slow, 2);

  const other = socket.create_connection(listener.getsockname());
  const [unread] = listener.accept();
  other.sendall(b`nobody reads this`);
  unread.recv(1);
  unread.close();
  shows(
    "closing with bytes unread sends a reset instead",
    outcome(() => other.recv(1)),
    "ECONNRESET",
  );
  listener.close();
}

run(main);
