/**
 * SO_REUSEPORT lets listeners share a port, and Linux deals their connections out by a hash.
 *
 * All of them must ask for it, and belong to one user. The hash is of addresses and ports: it knows
 * nothing of who is busy, or has forgotten to accept, and whoever closes takes its queue along.
 * macOS has the option too, and gives every connection to one of them. See also socket(7).
 *
 *     pnpm chapter 07 proof reuseport
 */
// on: linux
import { readFileSync } from "node:fs";
import { holds, leaveOut, outcome, shows } from "@netnotes/course/proof";
import { run } from "@netnotes/stdlib/builtins";
import * as select from "@netnotes/stdlib/select";
import * as socket from "@netnotes/stdlib/socket";

const { SO_REUSEADDR, SO_REUSEPORT, SOL_SOCKET } = socket;
const CLIENTS = 100;

/** A second listener beside one that listens: each with an option, or none. */
function beside(first?: number, second?: number): string {
  const [one, two] = [socket.socket(), socket.socket()];
  if (first !== undefined) one.setsockopt(SOL_SOCKET, first, 1);
  if (second !== undefined) two.setsockopt(SOL_SOCKET, second, 1);
  one.bind(["127.0.0.1", 0]);
  one.listen();
  const result = outcome(() => {
    two.bind(one.getsockname());
    two.listen();
  });
  for (const s of [one, two]) s.close();
  return result;
}

/** Listeners that share one port. */
function sharing(count: number): socket.Socket[] {
  const listeners: socket.Socket[] = [];
  for (let i = 0; i < count; i += 1) {
    const s = socket.socket();
    s.setsockopt(SOL_SOCKET, SO_REUSEPORT, 1);
    s.bind(listeners[0]?.getsockname() ?? ["127.0.0.1", 0]);
    s.listen(CLIENTS);
    listeners.push(s);
  }
  return listeners;
}

function connections(address: socket.InetAddress): socket.Socket[] {
  return Array.from({ length: CLIENTS }, () => socket.create_connection(address, 5));
}

/** All of them are accepted, each by the listener that has it; how many each listener had. */
function split(count: number): void {
  const listeners = sharing(count);
  const clients = connections(listeners[0]!.getsockname());
  const shares = new Map(listeners.map((listener) => [listener, 0]));
  for (let left = CLIENTS; left > 0;) {
    const [ready] = select.select(listeners, [], [], 5);
    if (ready.length === 0) break;
    for (const listener of ready) {
      listener.accept()[0].close();
      shares.set(listener, shares.get(listener)! + 1);
      left -= 1;
    }
  }
  const counts = [...shares.values()];
  const total = counts.reduce((sum, share) => sum + share);
  const everybody = total === CLIENTS && Math.min(...counts) > 0;
  holds(`${CLIENTS} connections to ${count} listeners`, everybody, counts);
  for (const s of [...listeners, ...clients]) s.close();
}

/** One of two closes before it has accepted anybody: its clients are reset. */
function closeOne(): void {
  if (readFileSync("/proc/sys/net/ipv4/tcp_migrate_req", "utf8").trim() !== "0") {
    leaveOut("one closes its full queue", "tcp_migrate_req gives it to the other");
    return;
  }
  const [one, two] = sharing(2) as [socket.Socket, socket.Socket];
  const clients = new Set(connections(one.getsockname()));
  one.close();
  let [served, lost] = [0, 0];
  while (clients.size > 0) {
    const [ready] = select.select([two, ...clients], [], [], 5);
    if (ready.length === 0) break;
    for (const s of ready) {
      if (s === two) two.accept()[0].close();
      else {
        if (outcome(() => s.recv(1)) === "ok") served += 1;
        else lost += 1;
        clients.delete(s);
        s.close();
      }
    }
  }
  const some = served > 0 && lost > 0 && served + lost === CLIENTS;
  holds("one closes before it accepts; served by the other, and reset", some, [served, lost]);
  two.close();
}

export function main(): void {
  shows("two listeners, no option", beside(), "EADDRINUSE");
  shows("SO_REUSEADDR on both", beside(SO_REUSEADDR, SO_REUSEADDR), "EADDRINUSE");
  shows("SO_REUSEPORT on the first only", beside(SO_REUSEPORT), "EADDRINUSE");
  shows("SO_REUSEPORT on the second only", beside(undefined, SO_REUSEPORT), "EADDRINUSE");
  shows("SO_REUSEPORT on both", beside(SO_REUSEPORT, SO_REUSEPORT), "ok");
  split(2);
  split(4);
  closeOne();
}

run(main);
