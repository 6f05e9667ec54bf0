/** Names, numbers and their conversions, in both languages. Nothing here asks a name server. */
import * as socket from "../../src/socket.ts";
import { b } from "../../src/builtins.ts";
import type { Case } from "../python.ts";
import { wrong } from "./two-ends.ts";

const { AF_INET, AF_INET6, AI_CANONNAME, AI_NUMERICHOST, AI_PASSIVE, SOCK_DGRAM, SOCK_STREAM } =
  socket;

/** Python's list, and its enum members, as tuples of plain numbers. */
const plain = (call: string): string =>
  `tuple((int(a), int(b), c, d, e) for a, b, c, d, e in socket.${call})`;

export const cases: readonly Case[] = [
  [
    plain('getaddrinfo("127.0.0.1", 80, 0, socket.SOCK_STREAM)'),
    () => socket.getaddrinfo("127.0.0.1", 80, 0, SOCK_STREAM),
  ],
  [plain('getaddrinfo("::1", 80)'), () => socket.getaddrinfo("::1", 80)],
  [
    plain('getaddrinfo("localhost", "80", socket.AF_INET, socket.SOCK_DGRAM)'),
    () => socket.getaddrinfo("localhost", "80", AF_INET, SOCK_DGRAM),
  ],
  [
    plain("getaddrinfo(None, 80, socket.AF_INET, socket.SOCK_STREAM, 0, socket.AI_PASSIVE)"),
    () => socket.getaddrinfo(null, 80, AF_INET, SOCK_STREAM, 0, AI_PASSIVE),
  ],
  [
    plain('getaddrinfo("127.0.0.1", None, 0, socket.SOCK_STREAM, 0, socket.AI_CANONNAME)'),
    () => socket.getaddrinfo("127.0.0.1", null, 0, SOCK_STREAM, 0, AI_CANONNAME),
  ],
  [
    plain('getaddrinfo("no-number", 80, 0, 0, 0, socket.AI_NUMERICHOST)'),
    () => socket.getaddrinfo("no-number", 80, 0, 0, 0, AI_NUMERICHOST),
  ],
  [
    plain('getaddrinfo("127.0.0.1", "no such service")'),
    () => socket.getaddrinfo("127.0.0.1", "no such service"),
  ],
  [plain('getaddrinfo("::1", 80, socket.AF_INET)'), () => socket.getaddrinfo("::1", 80, AF_INET)],
  [plain("getaddrinfo(None, None)"), () => socket.getaddrinfo(null, null)],
  [plain('getaddrinfo("127.0.0.1", 1.5)'), () => socket.getaddrinfo("127.0.0.1", 1.5)],
  [plain('getaddrinfo("127.0.0.1", 80, 0, 99)'), () => socket.getaddrinfo("127.0.0.1", 80, 0, 99)],
  ["socket.getnameinfo(('127.0.0.1', 80), 3)", () => socket.getnameinfo(["127.0.0.1", 80], 3)],
  ["socket.getnameinfo(('::1', 80), 3)", () => socket.getnameinfo(["::1", 80], 3)],
  ["socket.getnameinfo(('no.number', 80), 3)", () => socket.getnameinfo(["no.number", 80], 3)],
  [
    "socket.getnameinfo(('fe80::1', 9, 0, 1), 3)",
    () => socket.getnameinfo(["fe80::1", 9, 0, 1], 3),
  ],
  [
    "socket.getnameinfo(('fe80::1', 9, 0, 2 ** 32 + 1), 3)",
    () => socket.getnameinfo(["fe80::1", 9, 0, 2 ** 32 + 1], 3),
  ],
  ["socket.getnameinfo(('::1', 9, 5), 3)", () => socket.getnameinfo(["::1", 9, 5], 3)],
  [
    "socket.getnameinfo(('127.0.0.1', 9, 0, 1), 3)",
    () => socket.getnameinfo(["127.0.0.1", 9, 0, 1], 3),
  ],
  [
    "socket.getnameinfo(('::1', 9, 1048576, 1), 3)",
    () => socket.getnameinfo(["::1", 9, 1048576, 1], 3),
  ],
  ["socket.getnameinfo(('::1', 9, -1), 3)", () => socket.getnameinfo(["::1", 9, -1], 3)],
  ["socket.getnameinfo(('::1', 9, 0, 1.5), 3)", () => socket.getnameinfo(["::1", 9, 0, 1.5], 3)],
  ["socket.getnameinfo(('::1', 70000), 3)", () => socket.getnameinfo(["::1", 70000], 3)],
  ["socket.getnameinfo((None, 9), 3)", () => socket.getnameinfo(wrong([null, 9]), 3)],
  ["socket.getnameinfo(('a\\0b', 9), 3)", () => socket.getnameinfo(["a\0b", 9], 3)],
  ["socket.getnameinfo(('::1', '9'), 3)", () => socket.getnameinfo(wrong(["::1", "9"]), 3)],
  ["socket.getnameinfo(None, 'x')", () => socket.getnameinfo(wrong(null), wrong("x"))],
  ["socket.gethostname()", () => socket.gethostname()],
  ["socket.gethostbyname('127.0.0.1')", () => socket.gethostbyname("127.0.0.1")],
  ["socket.gethostbyname('localhost')", () => socket.gethostbyname("localhost")],
  ["socket.gethostbyname('')", () => socket.gethostbyname("")],
  ["socket.if_nametoindex('no such one')", () => socket.if_nametoindex("no such one")],
  ["socket.if_nametoindex('lo\\0')", () => socket.if_nametoindex("lo\0")],
  ["socket.gethostbyname('a\\0b')", () => socket.gethostbyname("a\0b")],
  [
    plain('getaddrinfo("a\\0b", 80, 0, 0, 0, socket.AI_NUMERICHOST)'),
    () => socket.getaddrinfo("a\0b", 80, 0, 0, 0, AI_NUMERICHOST),
  ],

  [
    "socket.inet_pton(socket.AF_INET, '192.168.13.157')",
    () => socket.inet_pton(AF_INET, "192.168.13.157"),
  ],
  ["socket.inet_pton(socket.AF_INET, '127.1')", () => socket.inet_pton(AF_INET, "127.1")],
  ["socket.inet_pton(socket.AF_INET, '127.0.0.01')", () => socket.inet_pton(AF_INET, "127.0.0.01")],
  [
    "socket.inet_pton(socket.AF_INET6, '2001:db8::1')",
    () => socket.inet_pton(AF_INET6, "2001:db8::1"),
  ],
  [
    "socket.inet_pton(socket.AF_INET6, '::ffff:1.2.3.4')",
    () => socket.inet_pton(AF_INET6, "::ffff:1.2.3.4"),
  ],
  ["socket.inet_pton(1, '/tmp')", () => socket.inet_pton(1, "/tmp")],
  ["socket.inet_pton(1, 5)", () => socket.inet_pton(1, wrong(5))],
  ["socket.inet_pton(2, '1.2.3.4\\0')", () => socket.inet_pton(2, "1.2.3.4\0")],
  ["socket.inet_aton('1.2.3.4\\0')", () => socket.inet_aton("1.2.3.4\0")],
  [
    "socket.inet_ntop(socket.AF_INET, b'\\x7f\\0\\0\\1')",
    () => socket.inet_ntop(AF_INET, b`\x7f\0\0\1`),
  ],
  [
    "socket.inet_ntop(socket.AF_INET6, bytes(15) + b'\\1')",
    () => socket.inet_ntop(AF_INET6, socket.inet_pton(AF_INET6, "::1")),
  ],
  ["socket.inet_ntop(socket.AF_INET, b'')", () => socket.inet_ntop(AF_INET, b``)],
  ["socket.inet_ntop(99, b'1234')", () => socket.inet_ntop(99, b`1234`)],
  ["socket.inet_aton('127.1')", () => socket.inet_aton("127.1")],
  ["socket.inet_aton('0x7f.1')", () => socket.inet_aton("0x7f.1")],
  ["socket.inet_aton('1.2.3.4.5')", () => socket.inet_aton("1.2.3.4.5")],
  ["socket.inet_ntoa(b'\\xc0\\xa8\\x0d\\x9d')", () => socket.inet_ntoa(b`\xc0\xa8\x0d\x9d`)],
  ["socket.inet_ntoa(b'123')", () => socket.inet_ntoa(b`123`)],
  ["socket.htons(2121)", () => socket.htons(2121)],
  ["socket.ntohs(2121)", () => socket.ntohs(2121)],
  ["socket.htonl(0x7f000001)", () => socket.htonl(0x7f000001)],
  ["socket.ntohl(0x7f000001)", () => socket.ntohl(0x7f000001)],
  ["socket.htons(65536)", () => socket.htons(65536)],
  ["socket.htons(-1)", () => socket.htons(-1)],
  ["socket.htonl(-1)", () => socket.htonl(-1)],
  ["socket.htonl(1 << 32)", () => socket.htonl(2 ** 32)],
];
