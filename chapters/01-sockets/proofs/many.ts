/**
 * A datagram goes to one peer, unless it is sent to everybody or to a group.
 *
 * The notes compare UDP to a group chat. Broadcasting has to be asked for, and a group has to be
 * joined. See also ip(7), socket(7), RFC 919 (broadcast), RFC 1112 (multicast).
 *
 *     pnpm chapter 01 proof many
 */
// on: linux
import { outcome, shows } from "@netnotes/course/proof";
import { b, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

const { AF_INET, SOCK_DGRAM, SOL_SOCKET, SO_BROADCAST, SO_REUSEADDR } = socket;
const { IPPROTO_IP, IP_ADD_MEMBERSHIP, IP_MULTICAST_IF } = socket;

/** Every address of loopback at once. */
const EVERYBODY = "127.255.255.255";
const GROUP = "224.1.1.1";

/** Two receivers that share one port: both say that they would share it. */
function receivers(): [one: socket.Socket, other: socket.Socket, port: number] {
  const [one, other] = [socket.socket(AF_INET, SOCK_DGRAM), socket.socket(AF_INET, SOCK_DGRAM)];
  for (const s of [one, other]) s.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1);
  one.bind(["", 0]);
  const [, port] = one.getsockname();
  other.bind(["", port]);
  for (const s of [one, other]) s.settimeout(0.2);
  return [one, other, port];
}

/** What each of the receivers gets. */
function got(...sockets: socket.Socket[]): string[] {
  return sockets.map((s) => outcome(() => s.recv(100)));
}

export function main(): void {
  const [one, other, port] = receivers();
  const sender = socket.socket(AF_INET, SOCK_DGRAM);

  sender.sendto(b`hello`, ["127.0.0.1", port]);
  shows("a datagram to 127.0.0.1 reaches one of two", got(one, other).sort(), ["ok", "timed out"]);

  const shout = () => sender.sendto(b`hello, all`, [EVERYBODY, port]);
  shows("one to everybody, not asked for", outcome(shout), "EACCES");
  sender.setsockopt(SOL_SOCKET, SO_BROADCAST, 1);
  shows("after SO_BROADCAST", outcome(shout), "ok");
  shows("it reaches both", got(one, other), ["ok", "ok"]);

  // On which interface to send to the group, and on which to join it.
  const loopback = socket.inet_aton("127.0.0.1");
  sender.setsockopt(IPPROTO_IP, IP_MULTICAST_IF, loopback);
  const membership = Buffer.concat([socket.inet_aton(GROUP), loopback]);
  sender.sendto(b`members?`, [GROUP, port]);
  shows("one to a group that nobody joined", got(one, other), ["timed out", "timed out"]);
  for (const s of [one, other]) s.setsockopt(IPPROTO_IP, IP_ADD_MEMBERSHIP, membership);
  sender.sendto(b`members!`, [GROUP, port]);
  shows("one to a group that both have joined", got(one, other), ["ok", "ok"]);
  for (const s of [one, other, sender]) s.close();
}

run(main);
