/** Every argument of every call, replaced by values that are wrong there. */
import { product, type Cell } from "./cell.ts";

/** Calls with arguments that are right: each is replaced in turn. */
const calls: readonly (readonly [callee: string, ...args: string[]])[] = [
  ["s.send", 'b"x"', "0"],
  ["s.sendall", 'b"x"', "0"],
  ["s.sendto", 'b"x"', "0", "s.getpeername()"],
  ["s.recv", "1", "0"],
  ["s.recv_into", "bytearray(4)", "1", "0"],
  ["s.recvfrom", "1", "0"],
  ["s.recvfrom_into", "bytearray(4)", "1", "0"],
  ["s.recvmsg", "1", "0", "0"],
  ["s.listen", "1"],
  ["s.shutdown", "SHUT_WR"],
  ["s.settimeout", "1"],
  ["s.setblocking", "True"],
  ["s.set_inheritable", "True"],
  ["s.getsockopt", "SOL_SOCKET", "SO_TYPE", "4"],
  ["s.setsockopt", "SOL_SOCKET", "SO_KEEPALIVE", "1"],
  ["socket", "AF_UNIX", "SOCK_STREAM", "0"],
  ["socketpair", "AF_UNIX", "SOCK_STREAM", "0"],
  ["fromfd", "s.fileno()", "AF_UNIX", "SOCK_STREAM", "0"],
  ["setdefaulttimeout", "1"],
  ["htons", "1"],
  ["ntohs", "1"],
  ["htonl", "1"],
  ["ntohl", "1"],
  ["inet_pton", "AF_INET", '"127.0.0.1"'],
  ["inet_ntop", "AF_INET", 'b"\\x7f\\0\\0\\1"'],
  ["inet_aton", '"127.0.0.1"'],
  ["inet_ntoa", 'b"\\x7f\\0\\0\\1"'],
  ["getaddrinfo", '"127.0.0.1"', "80", "AF_INET", "SOCK_STREAM", "0", "0"],
  ["getnameinfo", '("127.0.0.1", 80)', "NI_NUMERICHOST | NI_NUMERICSERV"],
  ["gethostbyname", '"127.0.0.1"'],
  ["if_nametoindex", '"lo"'],
  ["create_server", '("127.0.0.1", 0)'],
];

const values = [
  "None",
  "True",
  '"text"',
  'b"bytes"',
  "()",
  "1.5",
  "0",
  "-1",
  "255",
  "65536",
  "2147483647",
  "2147483648",
  "-2147483649",
  "4294967296",
];

export const cells: readonly Cell[] = calls.flatMap(([callee, ...args]) =>
  product(
    args.map((_, i) => i),
    values,
    (position, value) => {
      const given = args.map((arg, i) => (i === position ? value : arg));
      return {
        name: `${callee}, argument ${position + 1}: ${value}`,
        program: [
          "s, z = socketpair()",
          'z.send(b"some bytes")',
          "s.settimeout(0)",
          `${callee}(${given.join(", ")})`,
        ],
      };
    },
  ),
);
