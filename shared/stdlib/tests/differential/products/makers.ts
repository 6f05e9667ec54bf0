/** Everything that makes sockets, with each of its arguments. */
import { kinds } from "../kinds.ts";
import { product, type Cell } from "./cell.ts";

const servers = [
  '("127.0.0.1", 0)',
  '("127.0.0.1", 0), backlog=0',
  '("127.0.0.1", 0), backlog=-1',
  '("127.0.0.1", 0), backlog=2147483648',
  '("127.0.0.1", 0), reuse_port=True',
  '("127.0.0.1", 0), family=AF_INET, dualstack_ipv6=False',
  '("127.0.0.1", 0), dualstack_ipv6=True',
  '("", 0)',
  '("::1", 0), family=AF_INET6',
  '("::", 0), family=AF_INET6, dualstack_ipv6=True',
  '("", 0), family=AF_INET6',
  '("192.0.2.1", 0)',
  '("127.0.0.1", 70000)',
].filter(
  (address) => !address.includes("AF_INET6") || kinds.some(({ name }) => name.includes("IPv6")),
);

/** What is asked of a new server; its own address a second time, too. */
const asked: readonly (readonly string[])[] = [
  ["s", "s.gettimeout()"],
  ["s.getsockopt(SOL_SOCKET, SO_REUSEADDR)", "s.getsockopt(SOL_SOCKET, SO_REUSEPORT)"],
  ["s.getsockopt(IPPROTO_IPV6, IPV6_V6ONLY)", "s.getsockopt(SOL_SOCKET, SO_ACCEPTCONN)"],
  ["t = create_server(s.getsockname())", "t"],
  ["a = create_connection(HERE)", "s.settimeout(1)", "z, peer = s.accept()", "z", "z.gettimeout()"],
  ["a = create_connection(HERE, 0.5)", "a", "a.gettimeout()"],
  ["a = create_connection(HERE, timeout=None)", "a.gettimeout()"],
  ['a = create_connection(HERE, 0.5, ("127.0.0.1", 0))', "a"],
  ['a = create_connection(HERE, source_address=("192.0.2.1", 0))', "a"],
  ["s.close()", "t = socket(s.family, s.type, s.proto)", "t"],
];

/** The arguments of `socket`, with what may be added to the type. */
const made: readonly (readonly string[])[] = [
  ["s = socket()", "s"],
  ["s = socket(-1, -1, -1)", "s"],
  ["s = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK)", "s", "s.gettimeout()", "s.type"],
  ["s = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC)", "s", "s.type", "s.get_inheritable()"],
  ["s = socket(AF_INET, SOCK_STREAM, IPPROTO_TCP)", "s"],
  ["s = socket(AF_INET, SOCK_STREAM, IPPROTO_UDP)"],
  ["s = socket(AF_INET, SOCK_DGRAM, IPPROTO_UDP)", "s"],
  ["s = socket(AF_INET, SOCK_DGRAM, IPPROTO_TCP)"],
  ["s = socket(AF_UNIX, SOCK_SEQPACKET)", "s"],
  ["s = socket(AF_UNSPEC)"],
  ["s = socket(999)"],
  ["s = socket(AF_INET, 999)"],
  ["setdefaulttimeout(0.5)", "s = socket()", "s.gettimeout()", "getdefaulttimeout()"],
  ["setdefaulttimeout(0)", "s = socket(AF_UNIX)", "s.gettimeout()", "s.getblocking()"],
  ["setdefaulttimeout(0)", "a, z = socketpair()", "a.gettimeout()", "a.recv(1)"],
  ["setdefaulttimeout(-1)", "getdefaulttimeout()"],
  ["a, z = socketpair(AF_INET)"],
  ["a, z = socketpair(AF_UNIX, SOCK_SEQPACKET)", "(a, z)", 'a.send(b"abc")', "z.recv(2)"],
  ["a, z = socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK)", "a", "a.gettimeout()"],
  ["a, z = socketpair(type=SOCK_DGRAM)".replace("type=", "AF_UNIX, "), "a.type"],
  ["s = socket(fileno=-1)"],
  ["s = socket(fileno=-2)"],
  ["s = socket(fileno=987654)"],
  ["s = socket(fileno=2147483648)"],
  ['s = socket(fileno="1")'],
  ["s = fromfd(987654, AF_INET, SOCK_STREAM)"],
  ["s = fromfd(-1, AF_INET, SOCK_STREAM)"],
  ['s = create_server("server", family=AF_UNIX)', "s.getsockname()"],
  ['s = create_connection(("127.0.0.1", 1), 0.5)'],
  ['s = create_connection(("127.0.0.1", 70000))'],
  ['s = create_connection(("localhost", "no such service"))'],
  ['s = create_connection(("", 1))'],
];

/** A descriptor that goes from one socket to another, family and type asked of the system or told. */
const adopted = ["fileno=fd", "AF_INET6, SOCK_DGRAM, 9, fileno=fd", "AF_UNIX, fileno=fd"];

/** The descriptor is closed behind the socket's back, by another that has the same. */
const behind = [
  "s.recv(1)",
  's.send(b"x")',
  "s.getsockname()",
  "s.settimeout(0)",
  "s.dup()",
  "s.listen()",
];

export const cells: readonly Cell[] = [
  ...product(servers, asked, (server, statements) => ({
    name: `create_server(${server}), ${statements.join(", ")}`,
    program: [
      `s = create_server(${server})`,
      ...statements.map((statement) =>
        statement.replace("HERE", "(s.getsockname()[0], s.getsockname()[1])"),
      ),
    ],
  })),
  ...made.map((program) => ({ name: program.join(", "), program })),
  ...kinds.flatMap((kind) =>
    product(adopted, [true, false], (how, connected) => ({
      name: `${kind.name}: ${connected ? "connected" : "fresh"}, socket(${how})`,
      program: [
        ...(connected ? [...kind.connected, "s = a"] : [`s = socket(${kind.socket})`]),
        "s.settimeout(0)",
        "fd = s.detach()",
        `t = socket(${how})`,
        "t",
        "(t.family, t.type, t.proto)",
        "t.gettimeout()",
        "t.recv(1)",
        "t.getsockname()",
      ],
    })),
  ),
  ...kinds.flatMap((kind) =>
    behind.map((call) => ({
      name: `${kind.name}: closed behind its back, ${call}`,
      program: [
        ...kind.connected,
        "s = a",
        "t = socket(fileno=s.fileno())",
        "t.close()",
        call,
        "s.fileno() >= 0",
        "s.close()",
        "s.fileno()",
      ],
    })),
  ),
];
