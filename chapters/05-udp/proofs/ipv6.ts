/**
 * A socket is of one family, and so an address decides which socket it takes.
 *
 * An IPv4 socket has no way to ::1. An IPv6 socket bound to `::` hears IPv4 too, unless told not
 * to.
 * See also ipv6(7), getaddrinfo(3), RFC 4291 section 2.5.5.2, RFC 6724.
 *
 *     pnpm chapter 05 proof ipv6
 */
// on: linux
import { leaveOut, outcome, shows } from "@netnotes/course/proof";
import { b, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

const { AF_INET, AF_INET6, IPPROTO_IPV6, IPV6_V6ONLY, SOCK_DGRAM } = socket;

function families(): void {
  const familyOf = (host: string) => socket.getaddrinfo(host, null).map(([family]) => family)[0];
  shows("getaddrinfo's family of 127.0.0.1 is AF_INET", familyOf("127.0.0.1"), AF_INET);
  shows("and of ::1, AF_INET6", familyOf("::1"), AF_INET6);

  const [ipv4, ipv6] = [socket.socket(AF_INET, SOCK_DGRAM), socket.socket(AF_INET6, SOCK_DGRAM)];
  shows(
    "an AF_INET socket, to ::1",
    outcome(() => ipv4.sendto(b`Michael`, ["::1", 9999])),
    "EAI_ADDRFAMILY",
  );
  shows(
    "an AF_INET6 socket, to 127.0.0.1",
    outcome(() => ipv6.sendto(b`Michael`, ["127.0.0.1", 9999])),
    "EAI_ADDRFAMILY",
  );
  shows(
    "an address that every card has is of none, until it names one: fe80::1",
    outcome(() => ipv6.connect(["fe80::1", 9999])),
    "EINVAL",
  );
  for (const s of [ipv4, ipv6]) s.close();
}

type Six = socket.Socket<socket.Inet6Address>;

/** A socket on all IPv6 addresses, and whether one on 127.0.0.1 can have the same port. */
function beside(only: boolean): [server: Six, other: socket.Socket, bound: string] {
  const server = socket.socket(AF_INET6, SOCK_DGRAM);
  server.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, only);
  server.bind(["::", 0]);
  const other = socket.socket(AF_INET, SOCK_DGRAM);
  const bound = outcome(() => other.bind(["127.0.0.1", server.getsockname()[1]]));
  return [server, other, bound];
}

function hearsBoth(): void {
  const [server, client, bound] = beside(false);
  shows("a socket on ::, and one on 127.0.0.1 with its port", bound, "EADDRINUSE");
  client.connect(["127.0.0.1", server.getsockname()[1]]);
  client.send(b`Michael`);
  const [, addr] = server.recvfrom(1024);
  shows("for it hears IPv4 too, the address mapped into IPv6", addr[0], "::ffff:127.0.0.1");
  shows("in four parts, too many for '%s:%s' % addr", addr.length, 4);
  server.sendto(b`Hello, Michael!`, addr);
  shows("and it answers", client.recv(1024).toString(), "Hello, Michael!");
  for (const s of [server, client]) s.close();
}

function hearsOne(): void {
  let [server, other, bound] = beside(true);
  // Somebody else's IPv4 socket may have that number: take another then.
  for (let n = 0; bound === "EADDRINUSE" && n < 9; n += 1) [server, other, bound] = beside(true);
  shows("with IPV6_V6ONLY, one on 127.0.0.1 with its port", bound, "ok");
  const client = socket.socket(AF_INET, SOCK_DGRAM);
  client.sendto(b`Michael`, other.getsockname());
  shows("which hears what is sent to 127.0.0.1", other.recv(1024).toString(), "Michael");
  for (const s of [server, other, client]) s.close();
}

export function main(): void {
  const here = () => socket.socket(AF_INET6, SOCK_DGRAM).bind(["::1", 0]);
  if (!socket.has_ipv6 || outcome(here) !== "ok") {
    leaveOut("IPv6", "this host has none");
    return;
  }
  families();
  hearsBoth();
  hearsOne();
}

run(main);
