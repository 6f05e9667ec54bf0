/**
 * Who may bind again: three places for SO_REUSEADDR in both runs, and either side closing first.
 *
 * Linux asks two sockets for the option, the one that binds and the one that waits on the port; and
 * only the side that closes first waits. The states are read from /proc/net/tcp, where `ss -tan`
 * looks too. See also socket(7), at its end; RFC 9293, section 3.6.
 *
 *     pnpm chapter 07 proof table
 */
// on: linux
import { randomInt } from "node:crypto";
import { readFileSync } from "node:fs";
import { outcome, shows } from "@netnotes/course/proof";
import { run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import * as time from "@netnotes/stdlib/time";

const { SO_REUSEADDR, SOL_SOCKET } = socket;
type Address = socket.InetAddress;
type Closer = "server" | "client";

/** Where a run sets the option: nowhere, as its last step (the notes' place), or before bind. */
const PLACES = ["off", "late", "on"] as const;
type Place = (typeof PLACES)[number];

function begin(address: Address, place: Place): socket.Socket {
  const listener = socket.socket();
  if (place === "on") listener.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1);
  listener.bind(address);
  return listener;
}

function end(listener: socket.Socket, place: Place): void {
  if (place === "late") listener.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1);
  listener.close();
}

/** Serves one client, and tells both addresses. */
function firstRun(place: Place, closer: Closer): [server: Address, client: Address] {
  // Nobody else is at this address who could take the port between two runs.
  const listener = begin([`127.7.${randomInt(1, 255)}.${randomInt(1, 255)}`, 0], place);
  listener.listen();
  const address = listener.getsockname();
  const client = socket.create_connection(address);
  const [conn, peer] = listener.accept();
  const [first, second] = closer === "server" ? [conn, client] : [client, conn];
  first.close();
  second.recv(1); // empty, when the FIN has come: this side is not the first
  second.close();
  end(listener, place);
  return [address, peer];
}

function secondRun(address: Address, place: Place): string {
  return outcome(() => end(begin(address, place), place));
}

/** The state of the end at port `near` whose peer is at `far`; "none" when it is forgotten. */
function state([, near]: Address, [, far]: Address): string {
  const hex = (port: number) => `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  for (const line of readFileSync("/proc/net/tcp", "utf8").split("\n")) {
    const [, local = "", remote = "", number = ""] = line.trim().split(/\s+/);
    if (!local.endsWith(hex(near)) || !remote.endsWith(hex(far))) continue;
    return number === "06" ? "TIME_WAIT" : `state ${number}`;
  }
  return "none";
}

/** Both ends, once they are as expected; segments are handled a moment after the call returns. */
function bothEnds(server: Address, client: Address, expected: string): string {
  let seen = "";
  for (const start = time.monotonic(); time.monotonic() - start < 5; time.sleep(0.005)) {
    seen = `server ${state(server, client)}, client ${state(client, server)}`;
    if (seen === expected) break;
  }
  return seen;
}

/** The 3 × 3 of both runs, each pair of them at an address of its own. */
function table(closer: Closer, ends: string, expected: string[][]): void {
  const columns = (cells: readonly string[]) =>
    cells
      .map((cell) => cell.padEnd(10))
      .join("  ")
      .trimEnd();
  const seen = new Set<string>();
  console.log(`the ${closer} closes first\n    second run: ${columns(PLACES)}`);
  for (const [row, first] of PLACES.entries()) {
    const outcomes = PLACES.map((second) => {
      const [server, client] = firstRun(first, closer);
      seen.add(bothEnds(server, client, ends));
      return secondRun(server, second);
    });
    shows(`first run ${first}`.padEnd(14), columns(outcomes), columns(expected[row] ?? []));
  }
  shows("between the runs, nine times", [...seen], [ends]);
}

export function main(): void {
  const [no, ok] = ["EADDRINUSE", "ok"];
  table("server", "server TIME_WAIT, client none", [
    [no, no, no],
    [no, no, no],
    [no, no, ok],
  ]);
  table("client", "server none, client TIME_WAIT", [
    [ok, ok, ok],
    [ok, ok, ok],
    [ok, ok, ok],
  ]);
}

run(main);
