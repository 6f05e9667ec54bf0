/**
 * When SO_REUSEADDR comes too late: after the handshake of the connection that will wait.
 *
 * A restart asks the socket that waits on the port for the option. That is an accepted one, and it
 * got its options from the listener when the kernel made it: at the end of the handshake, which may
 * have been long before accept. See also socket(7), listen(2).
 *
 *     pnpm chapter 07 proof late
 */
// on: linux
import { outcome, shows } from "@netnotes/course/proof";
import { run } from "@netnotes/stdlib/builtins";
import * as select from "@netnotes/stdlib/select";
import * as socket from "@netnotes/stdlib/socket";

const { SO_REUSEADDR, SOL_SOCKET } = socket;

const MOMENTS = [
  "before bind",
  "after bind",
  "after listen",
  "after the handshake",
  "after accept",
  "after the close",
] as const;
type Moment = (typeof MOMENTS)[number] | "on the accepted socket";

function allow(s: socket.Socket): void {
  s.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1);
}

/** This side closes first: it waits, and keeps the port. */
function closeFirst(conn: socket.Socket, client: socket.Socket): void {
  conn.close();
  client.recv(1);
  client.close();
}

/** The next run, which does set the option before bind. */
function restart(address: socket.InetAddress): string {
  const again = socket.socket();
  allow(again);
  const result = outcome(() => again.bind(address));
  again.close();
  return result;
}

/** Sets the option at that moment of a run: what its connection has of it, how a restart fares. */
function setAt(moment: Moment): string {
  const listener = socket.socket();
  const now = (here: Moment) => {
    if (here === moment) allow(listener);
  };
  now("before bind");
  listener.bind(["127.0.0.1", 0]);
  now("after bind");
  listener.listen();
  now("after listen");
  const client = socket.create_connection(listener.getsockname());
  select.select([listener], [], [], 5); // the server's side has it, too
  now("after the handshake");
  const [conn] = listener.accept();
  now("after accept");
  if (moment === "on the accepted socket") allow(conn);
  const has = conn.getsockopt(SOL_SOCKET, SO_REUSEADDR);
  closeFirst(conn, client);
  now("after the close");
  const address = listener.getsockname();
  listener.close();
  return `the connection has ${has}, a restart: ${restart(address)}`;
}

/** The notes' server for many sets the option in its loop, after each client. */
function inTheLoop(): void {
  const listener = socket.socket();
  listener.bind(["127.0.0.1", 0]);
  listener.listen();
  const address = listener.getsockname();
  const had = [1, 2].map(() => {
    const client = socket.create_connection(address);
    const [conn] = listener.accept();
    const has = conn.getsockopt(SOL_SOCKET, SO_REUSEADDR);
    closeFirst(conn, client);
    allow(listener);
    return has;
  });
  listener.close();
  shows("set in the accept loop, the first and the second connection have", had, [0, 1]);
  shows("and a restart, for the first one's sake", restart(address), "EADDRINUSE");
}

export function main(): void {
  const [early, late] = [
    "the connection has 1, a restart: ok",
    "the connection has 0, a restart: EADDRINUSE",
  ];
  for (const moment of MOMENTS) {
    shows(moment.padEnd(22), setAt(moment), MOMENTS.indexOf(moment) < 3 ? early : late);
  }
  shows("on the accepted socket", setAt("on the accepted socket"), early);
  inTheLoop();
}

run(main);
