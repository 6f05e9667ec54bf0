/** The kinds of sockets that there are to compare: families × stream or datagram, and pairs. */
import { networkInterfaces } from "node:os";
import type { Program } from "./player.ts";

/** How the sockets of one kind are made. */
export interface Kind {
  readonly name: string;
  /** The arguments of `socket`. */
  readonly socket: string;
  readonly stream: boolean;
  readonly internet: boolean;
  /** Whether they are made by `socketpair`. */
  readonly pair: boolean;
  /** An address to bind; the system fills in what is free in it. */
  readonly anyAddress: (name: string) => string;
  /** Two sockets that are connected to each other, `a` and `z`. */
  readonly connected: Program;
}

const loopback6 = Object.values(networkInterfaces()).some((addresses) =>
  addresses?.some(({ address }) => address === "::1"),
);
if (!loopback6) console.log("this host has no ::1: IPv6 is left out of the comparison");

function listeningAndConnecting(socket: string, address: string): Program {
  return [
    `server = socket(${socket})`,
    `server.bind(${address})`,
    "server.listen()",
    `a = socket(${socket})`,
    "a.connect(server.getsockname())",
    "z, peer = server.accept()",
  ];
}

function twoBound(socket: string, addresses: readonly [string, string]): Program {
  return [
    `a = socket(${socket})`,
    `a.bind(${addresses[0]})`,
    `z = socket(${socket})`,
    `z.bind(${addresses[1]})`,
    "a.connect(z.getsockname())",
    "z.connect(a.getsockname())",
  ];
}

const internetKinds = [
  { family: "AF_INET", version: "IPv4", address: '("127.0.0.1", 0)' },
  ...(loopback6 ? [{ family: "AF_INET6", version: "IPv6", address: '("::1", 0)' }] : []),
].flatMap(({ family, version, address }): Kind[] => {
  const [tcp, udp] = [`${family}, SOCK_STREAM`, `${family}, SOCK_DGRAM`];
  const common = { internet: true, pair: false, anyAddress: () => address };
  return [
    {
      ...common,
      name: `TCP over ${version}`,
      socket: tcp,
      stream: true,
      // Without Nagle's algorithm (tcp(7)) nothing waits in the sender, whatever is sent in how many pieces.
      connected: [
        ...listeningAndConnecting(tcp, address),
        "a.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)",
        "z.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)",
      ],
    },
    {
      ...common,
      name: `UDP over ${version}`,
      socket: udp,
      stream: false,
      connected: twoBound(udp, [address, address]),
    },
  ];
});

/** A path in the folder of the process that plays. */
const path = (name: string): string => `"${name}"`;
const local = { internet: false, pair: false, anyAddress: path };

export const kinds: readonly Kind[] = [
  ...internetKinds,
  {
    ...local,
    name: "Unix stream",
    socket: "AF_UNIX, SOCK_STREAM",
    stream: true,
    connected: listeningAndConnecting("AF_UNIX, SOCK_STREAM", path("server")),
  },
  {
    ...local,
    name: "Unix datagram",
    socket: "AF_UNIX, SOCK_DGRAM",
    stream: false,
    connected: twoBound("AF_UNIX, SOCK_DGRAM", [path("a"), path("z")]),
  },
  {
    ...local,
    name: "pair of streams",
    pair: true,
    socket: "AF_UNIX, SOCK_STREAM",
    stream: true,
    connected: ["a, z = socketpair()"],
  },
  {
    ...local,
    name: "pair for datagrams",
    pair: true,
    socket: "AF_UNIX, SOCK_DGRAM",
    stream: false,
    connected: ["a, z = socketpair(AF_UNIX, SOCK_DGRAM)"],
  },
];
