/** Sockets that are refused something, in both languages. */
import { constants } from "node:fs";
import { fcntl } from "../../src/libc/calls.ts";
import * as socket from "../../src/socket.ts";
import { b } from "../../src/builtins.ts";
import type { Case } from "../python.ts";
import { paired, wrong } from "./two-ends.ts";

const { AF_INET6, AF_UNIX, SOCK_DGRAM, SOL_SOCKET, SO_REUSEADDR } = socket;

/** A call on a fresh socket. */
function fresh<T>(
  call: (s: socket.Socket<socket.Address>) => T,
  family: number = socket.AF_INET,
  type: number = socket.SOCK_STREAM,
): () => T {
  return () => {
    using s = socket.socket(family, type);
    return call(s);
  };
}

const tcp = (call: string): string => `s = socket.socket()\ns.${call}`;
const tcp6 = (call: string): string => `s = socket.socket(socket.AF_INET6)\ns.${call}`;
const udp = (call: string): string =>
  `s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\ns.bind(("127.0.0.1", 0))\ns.${call}`;
const unix = (call: string): string => `s = socket.socket(socket.AF_UNIX)\ns.${call}`;
const closed = (call: string): string => `s = socket.socket()\ns.close()\ns.${call}`;

const bound =
  <T>(call: (s: socket.Socket<socket.Address>) => T) =>
  (): T =>
    fresh(
      (s) => {
        s.bind(["127.0.0.1", 0]);
        return call(s);
      },
      socket.AF_INET,
      SOCK_DGRAM,
    )();
const afterClose = <T>(call: (s: socket.Socket) => T): (() => T) => {
  return () => {
    const s = socket.socket();
    s.close();
    return call(s);
  };
};
const filled = "a, z = socket.socketpair()\nz.send(b'abcdefgh')\nm = bytearray(6)\n";
const intoView = (view: (room: ArrayBuffer) => ArrayBufferView): unknown => {
  const room = new ArrayBuffer(6);
  return paired((a, z) => (z.send(b`abcdefgh`), [a.recv_into(view(room)), Buffer.from(room)]))();
};

const F_GETFL = 3;
const blocks = (fd: number): boolean => (fcntl(fd, F_GETFL, "int", 0) & constants.O_NONBLOCK) === 0;

function dupUnderDefault(): unknown {
  socket.setdefaulttimeout(5);
  try {
    return paired((a) => {
      a.settimeout(null);
      using copy = a.dup();
      return [a.gettimeout(), copy.gettimeout(), blocks(a.fileno())];
    })();
  } finally {
    socket.setdefaulttimeout(null);
  }
}

export const cases: readonly Case[] = [
  // addresses
  [tcp('bind(("127.0.0.1", 70000))'), fresh((s) => s.bind(["127.0.0.1", 70000]))],
  [tcp('bind(("127.0.0.1", -1))'), fresh((s) => s.bind(["127.0.0.1", -1]))],
  [tcp('bind(("127.0.0.1", 1 << 40))'), fresh((s) => s.bind(["127.0.0.1", 2 ** 40]))],
  [tcp('bind(("127.0.0.1", 1.5))'), fresh((s) => s.bind(["127.0.0.1", 1.5]))],
  [tcp('bind(("127.0.0.1", "80"))'), fresh((s) => s.bind(wrong(["127.0.0.1", "80"])))],
  [tcp('bind("127.0.0.1")'), fresh((s) => s.bind("127.0.0.1"))],
  [tcp('bind(("127.0.0.1",))'), fresh((s) => s.bind(wrong(["127.0.0.1"])))],
  [tcp("bind((None, 80))"), fresh((s) => s.bind(wrong([null, 80])))],
  [tcp('bind(("192.0.2.1", 0))'), fresh((s) => s.bind(["192.0.2.1", 0]))],
  [tcp('bind(("a\\0b", 0))'), fresh((s) => s.bind(["a\0b", 0]))],
  [tcp('connect(("127.0.0.1", 70000))'), fresh((s) => s.connect(["127.0.0.1", 70000]))],
  [tcp('connect_ex(("127.0.0.1", 70000))'), fresh((s) => s.connect_ex(["127.0.0.1", 70000]))],
  [tcp6('bind(("<broadcast>", 0))'), fresh((s) => s.bind(["<broadcast>", 0]), AF_INET6)],
  [tcp6('bind(("::1",))'), fresh((s) => s.bind(wrong(["::1"])), AF_INET6)],
  [tcp6('bind(("::1", 0, 1 << 20))'), fresh((s) => s.bind(["::1", 0, 2 ** 20]), AF_INET6)],
  [tcp6('bind(("::1", 70000))'), fresh((s) => s.bind(["::1", 70000]), AF_INET6)],
  [unix('bind("/tmp/" + "x" * 200)'), fresh((s) => s.bind(`/tmp/${"x".repeat(200)}`), AF_UNIX)],
  [unix('bind("/no/such/folder/s")'), fresh((s) => s.bind("/no/such/folder/s"), AF_UNIX)],
  [unix('connect("/no/such/socket")'), fresh((s) => s.connect("/no/such/socket"), AF_UNIX)],
  [unix('bind(("127.0.0.1", 0))'), fresh((s) => s.bind(["127.0.0.1", 0]), AF_UNIX)],
  // calls at the wrong time
  [tcp("accept()"), fresh((s) => s.accept())],
  [tcp("getpeername()"), fresh((s) => s.getpeername())],
  [tcp("send(b'x')"), fresh((s) => s.send(b`x`))],
  [tcp("recv(1)"), fresh((s) => s.recv(1))],
  [tcp("shutdown(socket.SHUT_WR)"), fresh((s) => s.shutdown(socket.SHUT_WR))],
  [tcp("shutdown(9)"), fresh((s) => s.shutdown(9))],
  [udp("listen()"), bound((s) => s.listen())],
  [udp("accept()"), bound((s) => s.accept())],
  [udp("send(b'x')"), bound((s) => s.send(b`x`))],
  [udp('bind(("127.0.0.1", 0))'), bound((s) => s.bind(["127.0.0.1", 0]))],
  [udp('sendto(b"x", ("255.255.255.255", 9))'), bound((s) => s.sendto(b`x`, ["<broadcast>", 9]))],
  [
    udp('sendto(bytes(65508), ("127.0.0.1", 9))'),
    bound((s) => s.sendto(Buffer.alloc(65508), ["127.0.0.1", 9])),
  ],
  [udp('sendto(b"x", ("127.0.0.1", 70000))'), bound((s) => s.sendto(b`x`, ["127.0.0.1", 70000]))],
  // closed
  [closed("fileno()"), afterClose((s) => s.fileno())],
  [closed("recv(1)"), afterClose((s) => s.recv(1))],
  [closed("recv(0)"), afterClose((s) => s.recv(0))],
  [closed("send(b'x')"), afterClose((s) => s.send(b`x`))],
  [closed("accept()"), afterClose((s) => s.accept())],
  [closed("getsockname()"), afterClose((s) => s.getsockname())],
  [closed("listen()"), afterClose((s) => s.listen())],
  [closed("settimeout(1)"), afterClose((s) => s.settimeout(1))],
  [closed("close()"), afterClose((s) => s.close())],
  [closed("detach()"), afterClose((s) => s.detach())],
  [
    closed("__repr__()") + ".replace('[closed]', '-')",
    afterClose((s) => s.toString().replace("[closed]", "-")),
  ],
  [closed('connect_ex(("127.0.0.1", 9))'), afterClose((s) => s.connect_ex(["127.0.0.1", 9]))],
  // arguments
  [tcp("recv(-1)"), fresh((s) => s.recv(-1))],
  [tcp("recv(1 << 45)"), fresh((s) => s.recv(2 ** 45))],
  [udp("recvfrom(1 << 45)"), bound((s) => s.recvfrom(2 ** 45))],
  [tcp("recvmsg(1 << 45)"), fresh((s) => s.recvmsg(2 ** 45))],
  [tcp("recv(1.5)"), fresh((s) => s.recv(1.5))],
  [tcp("recv('1')"), fresh((s) => s.recv(wrong("1")))],
  [tcp("recv(1, 1 << 31)"), fresh((s) => s.recv(1, 2 ** 31))],
  [tcp("recv(1, -1 << 40)"), fresh((s) => s.recv(1, -(2 ** 40)))],
  [udp("recvfrom(-1)"), bound((s) => s.recvfrom(-1))],
  [tcp("recv_into(bytearray(1), 2)"), fresh((s) => s.recv_into(Buffer.alloc(1), 2))],
  [tcp("recv_into(bytearray(1), -1)"), fresh((s) => s.recv_into(Buffer.alloc(1), -1))],
  [tcp("recvfrom_into(bytearray(1), 2)"), fresh((s) => s.recvfrom_into(Buffer.alloc(1), 2))],
  [
    tcp("recv_into(memoryview(bytearray(4)).cast('H'), 5)"),
    fresh((s) => s.recv_into(new Uint16Array(2), 5)),
  ],
  [
    `${filled}a.recv_into(memoryview(m)[2:].cast('H')), bytes(m)`,
    () => intoView((room) => new Uint16Array(room, 2)),
  ],
  [
    `${filled}a.recv_into(memoryview(m)[1:3]), bytes(m)`,
    () => intoView((room) => new DataView(room, 1, 2)),
  ],
  [
    "a, z = socket.socketpair()\na.sendall(memoryview(b'abcd')[1:3])\nz.recv(9)",
    paired((a, z) => (a.sendall(new DataView(Uint8Array.from(b`abcd`).buffer, 1, 2)), z.recv(9))),
  ],
  [tcp("recvmsg(-1)"), fresh((s) => s.recvmsg(-1))],
  [tcp("send('text')"), fresh((s) => s.send(wrong("text")))],
  [tcp("sendall(None)"), fresh((s) => s.sendall(wrong(null)))],
  [tcp("listen(1 << 31)"), fresh((s) => s.listen(2 ** 31))],
  [tcp("settimeout(-1)"), fresh((s) => s.settimeout(-1))],
  [tcp("settimeout(float('nan'))"), fresh((s) => s.settimeout(NaN))],
  [tcp("settimeout(9e9)"), fresh((s) => s.settimeout(9e9))],
  [tcp("settimeout(1e10)"), fresh((s) => s.settimeout(1e10))],
  [tcp("settimeout(float('inf'))"), fresh((s) => s.settimeout(Infinity))],
  [tcp("settimeout('1')"), fresh((s) => s.settimeout(wrong("1")))],
  [
    "import os\nsocket.setdefaulttimeout(5)\na, z = socket.socketpair()\na.settimeout(None)\nc = a.dup()\n" +
      "socket.setdefaulttimeout(None)\na.gettimeout(), c.gettimeout(), os.get_blocking(a.fileno())",
    dupUnderDefault,
  ],
  [tcp("gettimeout()"), fresh((s) => s.gettimeout())],
  [tcp("getblocking()"), fresh((s) => s.getblocking())],
  [
    tcp("setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1 << 31)"),
    fresh((s) => s.setsockopt(SOL_SOCKET, SO_REUSEADDR, 2 ** 31)),
  ],
  [
    tcp("setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 'on')"),
    fresh((s) => s.setsockopt(SOL_SOCKET, SO_REUSEADDR, wrong("on"))),
  ],
  [
    tcp("setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, b'')"),
    fresh((s) => s.setsockopt(SOL_SOCKET, SO_REUSEADDR, b``)),
  ],
  [tcp("setsockopt(socket.SOL_SOCKET, 9999, 1)"), fresh((s) => s.setsockopt(SOL_SOCKET, 9999, 1))],
  [tcp("getsockopt(socket.SOL_SOCKET, 9999)"), fresh((s) => s.getsockopt(SOL_SOCKET, 9999))],
  [
    tcp("getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)"),
    fresh((s) => s.getsockopt(SOL_SOCKET, SO_REUSEADDR, 1)),
  ],
  [
    tcp("getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 2000)"),
    fresh((s) => s.getsockopt(SOL_SOCKET, SO_REUSEADDR, 2000)),
  ],
  [tcp("makefile('rx')"), fresh((s) => s.makefile(wrong("rx")))],
  ["socket.socket(99)", () => socket.socket(99)],
  ["socket.socket(socket.AF_INET, 99)", () => socket.socket(socket.AF_INET, 99)],
  ["socket.socket(fileno=-2)", () => socket.socket(-1, -1, -1, -2)],
  ["socket.socket(fileno=987654)", () => socket.socket(-1, -1, -1, 987654)],
  ["socket.fromfd(987654, 2, 1)", () => socket.fromfd(987654, 2, 1)],
  [
    "socket.create_server(('127.0.0.1', 0), dualstack_ipv6=True)",
    () => socket.create_server(["127.0.0.1", 0], { dualstack_ipv6: true }),
  ],
  ["socket.create_connection(('127.0.0.1', 1))", () => socket.create_connection(["127.0.0.1", 1])],
];
