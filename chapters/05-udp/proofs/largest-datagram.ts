/**
 * The largest datagram is 65,507 bytes over IPv4 and 65,527 over IPv6, not 64 KB.
 *
 * Lengths are counted in 16 bits. IPv4's count includes its own header (20 bytes) and UDP's (8),
 * IPv6's only UDP's. What no link on the way takes whole goes in fragments, and one that is lost
 * takes all of them with it. See also udp(7), ip(7), ipv6(7), RFC 768, RFC 8085 section 3.2.
 *
 *     pnpm chapter 05 proof largest-datagram
 */
// on: linux
import { leaveOut, outcome, shows } from "@netnotes/course/proof";
import { b, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

const { AF_INET, AF_INET6, IPPROTO_IPV6, SOCK_DGRAM } = socket;

/** How large a link is for this socket, and "no fragments": ipv6(7), and linux/in6.h. */
const [IPV6_MTU, IPV6_DONTFRAG] = [24, 62];

type Pair = [sender: socket.Socket, receiver: socket.Socket];

function pair(family: number, host: string): Pair {
  const [sender, receiver] = [socket.socket(family, SOCK_DGRAM), socket.socket(family, SOCK_DGRAM)];
  receiver.bind([host, 0]);
  sender.connect(receiver.getsockname());
  return [sender, receiver];
}

/** What comes of a datagram of so many bytes: how many arrived, or why it was refused. */
function arrives([sender, receiver]: Pair, size: number): number | string {
  const sent = outcome(() => sender.send(Buffer.alloc(size, 7)));
  return sent === "ok" ? receiver.recv(70_000).length : sent;
}

function largest(name: string, both: Pair, size: number): void {
  shows(`${name}: ${size} bytes arrive`, arrives(both, size), size);
  shows(`${name}: ${size + 1}`, arrives(both, size + 1), "EMSGSIZE");
  shows(`${name}: none at all is a datagram too`, arrives(both, 0), 0);
}

export function main(): void {
  const ipv4 = pair(AF_INET, "127.0.0.1");
  largest("IPv4", ipv4, 65_535 - 20 - 8);
  shows("the notes' 64 KB, counted in 1024 bytes", arrives(ipv4, 64 * 1024), "EMSGSIZE");
  shows("and in 1000 bytes", arrives(ipv4, 64 * 1000), 64_000);

  const answer = (name: Buffer) => Buffer.concat([b`Hello, `, name, b`!`]).length;
  shows("a name that arrives, its answer", arrives(ipv4, answer(Buffer.alloc(65_500))), "EMSGSIZE");
  for (const s of ipv4) s.close();

  if (!socket.has_ipv6 || outcome(() => pair(AF_INET6, "::1")) !== "ok") {
    leaveOut("IPv6", "this host has none");
    return;
  }
  const ipv6 = pair(AF_INET6, "::1");
  largest("IPv6", ipv6, 65_535 - 8);
  for (const s of ipv6) s.close();

  // Every IPv6 link takes 1280 bytes; 40 are IPv6's header, 8 UDP's. DNS keeps to the rest.
  const whole = pair(AF_INET6, "::1");
  whole[0].setsockopt(IPPROTO_IPV6, IPV6_MTU, 1280);
  whole[0].setsockopt(IPPROTO_IPV6, IPV6_DONTFRAG, 1);
  shows("in one piece on a link of 1280 bytes: 1232", arrives(whole, 1232), 1232);
  shows("in one piece: 1233", arrives(whole, 1233), "EMSGSIZE");
  for (const s of whole) s.close();
}

run(main);
