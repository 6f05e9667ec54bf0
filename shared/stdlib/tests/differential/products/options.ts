/** Options of every kind of socket: read, set to numbers, to bytes, and wrongly. */
import * as socket from "../../../src/socket.ts";
import { kinds, type Kind } from "../kinds.ts";
import { product, type Cell } from "./cell.ts";

/** Options whose values are the same on every run; one that this platform lacks is left out. */
const options = [
  ["SOL_SOCKET", "SO_ACCEPTCONN"],
  ["SOL_SOCKET", "SO_BROADCAST"],
  ["SOL_SOCKET", "SO_DOMAIN"],
  ["SOL_SOCKET", "SO_DONTROUTE"],
  ["SOL_SOCKET", "SO_ERROR"],
  ["SOL_SOCKET", "SO_KEEPALIVE"],
  ["SOL_SOCKET", "SO_LINGER"],
  ["SOL_SOCKET", "SO_OOBINLINE"],
  ["SOL_SOCKET", "SO_PROTOCOL"],
  ["SOL_SOCKET", "SO_RCVBUF"],
  ["SOL_SOCKET", "SO_RCVLOWAT"],
  ["SOL_SOCKET", "SO_RCVTIMEO"],
  ["SOL_SOCKET", "SO_REUSEADDR"],
  ["SOL_SOCKET", "SO_REUSEPORT"],
  ["SOL_SOCKET", "SO_SNDBUF"],
  ["SOL_SOCKET", "SO_SNDTIMEO"],
  ["SOL_SOCKET", "SO_TYPE"],
  ["IPPROTO_TCP", "TCP_NODELAY"],
  ["IPPROTO_TCP", "TCP_KEEPIDLE"],
  ["IPPROTO_TCP", "TCP_KEEPINTVL"],
  ["IPPROTO_TCP", "TCP_KEEPCNT"],
  ["IPPROTO_TCP", "TCP_USER_TIMEOUT"],
  ["IPPROTO_TCP", "TCP_DEFER_ACCEPT"],
  ["IPPROTO_IP", "IP_TTL"],
  ["IPPROTO_IP", "IP_TOS"],
  ["IPPROTO_IP", "IP_MULTICAST_TTL"],
  ["IPPROTO_IP", "IP_MULTICAST_LOOP"],
  ["IPPROTO_IPV6", "IPV6_V6ONLY"],
  ["IPPROTO_IPV6", "IPV6_UNICAST_HOPS"],
  ["IPPROTO_IPV6", "IPV6_MULTICAST_LOOP"],
  ["SOL_SOCKET", "9999"],
  ["9999", "SO_REUSEADDR"],
  ["-1", "-1"],
].filter((names) =>
  names.every((name) => !Number.isNaN((socket as Record<string, unknown>)[name])),
);

/** What is done to an option. OPTION stands for its level and name. */
const uses: readonly (readonly string[])[] = [
  ["s.getsockopt(OPTION)", "s.getsockopt(OPTION, 4)"],
  ["s.getsockopt(OPTION, 0)", "s.getsockopt(OPTION, 1)", "s.getsockopt(OPTION, 2)"],
  ["s.getsockopt(OPTION, 16)", "s.getsockopt(OPTION, 1024)"],
  ["s.getsockopt(OPTION, 1025)", "s.getsockopt(OPTION, -1)"],
  [
    "s.setsockopt(OPTION, 1)",
    "s.getsockopt(OPTION)",
    "s.setsockopt(OPTION, 0)",
    "s.getsockopt(OPTION)",
  ],
  [
    "s.setsockopt(OPTION, True)",
    "s.getsockopt(OPTION)",
    "s.setsockopt(OPTION, -1)",
    "s.getsockopt(OPTION)",
  ],
  ["s.setsockopt(OPTION, 2147483647)", "s.setsockopt(OPTION, 64)", "s.getsockopt(OPTION, 8)"],
  ['s.setsockopt(OPTION, b"\\x02\\0\\0\\0")', "s.getsockopt(OPTION)"],
  ['s.setsockopt(OPTION, b"")', 's.setsockopt(OPTION, b"\\x01")', "s.getsockopt(OPTION)"],
  ["s.setsockopt(OPTION, linger(3))", "s.getsockopt(OPTION, 8)"],
];

/** A pair's sockets are those of the family. */
const made: readonly Kind[] = kinds.filter(({ pair }) => !pair);

export const cells: readonly Cell[] = made.flatMap((kind) =>
  product(options, uses, (names, use) => {
    const option = names.join(", ");
    return {
      name: `${kind.name}: ${option}: ${use.join(", ")}`,
      program: [
        `s = socket(${kind.socket})`,
        ...use.map((statement) => statement.replaceAll("OPTION", option)),
      ],
    };
  }),
);
