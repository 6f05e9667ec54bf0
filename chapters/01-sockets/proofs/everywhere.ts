/**
 * 0.0.0.0 is every IPv4 address of this host, and no IPv6 one.
 *
 * IPv6 has an address of its own for that, `::`, and its addresses come in four parts. See also
 * ip(7), ipv6(7).
 *
 *     pnpm chapter 01 proof everywhere
 */
// on: linux
import { holds, leaveOut, outcome, shows } from "@netnotes/course/proof";
import { repr, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

/** What a client gets that connects to `host` while a server listens on `listening`. */
function reach(
  listening: string,
  host: string,
  family: socket.InternetFamily = socket.AF_INET,
): string {
  const server = socket.create_server([listening, 0], { family });
  const [, port] = server.getsockname();
  const client = socket.socket(host.includes(":") ? socket.AF_INET6 : socket.AF_INET);
  const result = outcome(() => client.connect([host, port]));
  client.close();
  server.close();
  return result;
}

export function main(): void {
  shows(
    "0.0.0.0 is reached at 127.0.0.1 and 127.0.0.2",
    [reach("0.0.0.0", "127.0.0.1"), reach("0.0.0.0", "127.0.0.2")],
    ["ok", "ok"],
  );
  const ipv6 = () => socket.create_server(["::1", 0], { family: socket.AF_INET6 }).close();
  if (!socket.has_ipv6 || outcome(ipv6) !== "ok") {
    leaveOut("IPv6", "this host has none");
    return;
  }
  shows("0.0.0.0 is every IPv4 address: ::1", reach("0.0.0.0", "::1"), "ECONNREFUSED");
  shows(":: for IPv6 alone: 127.0.0.1", reach("::", "127.0.0.1", socket.AF_INET6), "ECONNREFUSED");
  const server = socket.create_server(["::1", 0], { family: socket.AF_INET6 });
  const client = socket.create_connection(["::1", server.getsockname()[1]]);
  const [conn, addr] = server.accept();
  holds(
    "an IPv6 address has four parts, too many for '%s:%s' % addr",
    addr.length === 4,
    repr(addr),
  );
  for (const s of [conn, client, server]) s.close();
}

run(main);
