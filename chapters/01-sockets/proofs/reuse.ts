/**
 * What SO_REUSEADDR and SO_REUSEPORT allow: a restart, and several sockets on one port.
 *
 * The notes wait a minute or two after a restart, and say that a bound port can't be bound again.
 * See also socket(7); chapter 07 has the whole table.
 *
 *     pnpm chapter 01 proof reuse
 */
// on: linux
import { holds, outcome, shows } from "@netnotes/course/proof";
import { b, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

const { AF_INET, SOCK_DGRAM, SOL_SOCKET, SO_REUSEADDR, SO_REUSEPORT } = socket;

/** The side that closed first waits, and its port with it, unless SO_REUSEADDR is set. */
function restart(): void {
  for (const reuse of [0, 1]) {
    const listener = socket.socket();
    listener.setsockopt(SOL_SOCKET, SO_REUSEADDR, reuse);
    listener.bind(["127.0.0.1", 0]);
    listener.listen();
    const address = listener.getsockname();
    const client = socket.create_connection(address);
    const [conn] = listener.accept();
    for (const s of [conn, client, listener]) s.close();
    const again = socket.socket();
    again.setsockopt(SOL_SOCKET, SO_REUSEADDR, reuse);
    const expected = reuse ? "ok" : "EADDRINUSE";
    shows(
      `a restart, SO_REUSEADDR ${reuse}`,
      outcome(() => again.bind(address)),
      expected,
    );
    again.close();
  }
}

/** Two listeners that both say SO_REUSEPORT share the connections out. */
function reusePort(): void {
  const [one, two] = [socket.socket(), socket.socket()];
  for (const s of [one, two]) s.setsockopt(SOL_SOCKET, SO_REUSEPORT, 1);
  one.bind(["127.0.0.1", 0]);
  one.listen();
  shows(
    "a second listener, SO_REUSEPORT on both",
    outcome(() => two.bind(one.getsockname())),
    "ok",
  );
  two.listen();
  const clients = Array.from({ length: 64 }, () => socket.create_connection(one.getsockname()));
  const shares = [one, two].map((s) => {
    s.setblocking(false);
    let share = 0;
    while (outcome(() => s.accept()[0].close()) === "ok") share += 1;
    return share;
  });
  holds(
    "64 connections, shared out by a hash",
    Math.min(...shares) > 0 && shares[0]! + shares[1]! === 64,
    shares,
  );
  for (const s of [one, two, ...clients]) s.close();
}

/** Two UDP sockets on one address: the one bound last gets everything. */
function reuseAddressUdp(): void {
  const [one, two] = [socket.socket(AF_INET, SOCK_DGRAM), socket.socket(AF_INET, SOCK_DGRAM)];
  for (const s of [one, two]) s.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1);
  one.bind(["127.0.0.1", 0]);
  shows(
    "a second UDP socket, SO_REUSEADDR on both",
    outcome(() => two.bind(one.getsockname())),
    "ok",
  );
  for (let i = 0; i < 10; i += 1) two.sendto(b`to whom?`, one.getsockname());
  const got = [one, two].map((s) => {
    s.setblocking(false);
    let count = 0;
    while (outcome(() => s.recv(100)) === "ok") count += 1;
    return count;
  });
  shows("10 datagrams, to the first and to the second", got, [0, 10]);
  for (const s of [one, two]) s.close();
}

export function main(): void {
  restart();
  reusePort();
  reuseAddressUdp();
}

run(main);
