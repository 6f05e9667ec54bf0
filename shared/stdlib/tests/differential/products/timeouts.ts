/** Timeouts: none, zero, short ones and wrong ones, with everything that may wait. */
import { kinds } from "../kinds.ts";
import { product, type Cell } from "./cell.ts";

/** How the timeout comes to be what it is. Nothing waits without one, unless it is told not to. */
const timeouts = [
  "s.settimeout(0)",
  "s.settimeout(0.001)",
  "s.settimeout(0.003)",
  "s.setblocking(False)",
];

/** What has to wait on a connected socket `s`, its peer being `z`, when nothing has been sent. */
const waits: readonly (readonly string[])[] = [
  ["s.recv(5)", 'z.send(b"late")', "s.recv(5)"],
  ["s.recv(5, MSG_PEEK)", 'z.send(b"late")', "s.recv(5, MSG_PEEK)", "s.recv(5)"],
  ["s.recv_into(bytearray(5))"],
  ["s.recvfrom(5)"],
  ["s.recvfrom_into(bytearray(5))"],
  ["s.recvmsg(5)", 'z.send(b"late")', "s.recvmsg(5)"],
  ["s.recv(5, MSG_DONTWAIT)"],
  ["s.setblocking(True)", "s.recv(5, MSG_DONTWAIT)", "s.gettimeout()"],
  ["twin = s.dup()", "twin.gettimeout()", "twin.recv(1)"],
  ["setdefaulttimeout(0.001)", "twin = fromfd(s.fileno(), s.family, s.type)", "twin.gettimeout()"],
];

/** What has to wait on a stream only. */
const streamWaits: readonly (readonly string[])[] = [
  ['f = s.makefile("rb")', "f.read(5)", 'z.send(b"late")', "f.read(4)"],
  ['f = s.makefile("r")', "f.readline()"],
];

/** What has to wait on a listening socket `s`. */
const listening: readonly (readonly string[])[] = [
  ["s.accept()"],
  [
    "s.accept()",
    "a = socket(KIND)",
    "a.connect(s.getsockname())",
    "z, _ = s.accept()",
    "z.gettimeout()",
  ],
  [
    "setdefaulttimeout(0.5)",
    "a = socket(KIND)",
    "a.gettimeout()",
    "a.connect(s.getsockname())",
    "z, _ = s.accept()",
    "z.gettimeout()",
  ],
];

/** Connecting beyond what the backlog holds: the kernel keeps it waiting, or refuses to. */
const full = [
  "server = socket(KIND)",
  "server.bind(ADDRESS)",
  "server.listen(0)",
  "first = socket(KIND)",
  "first.connect(server.getsockname())",
  "s = socket(KIND)",
];

const wrong = [
  's.settimeout("1")',
  "s.settimeout(-1)",
  "s.settimeout(None)",
  "s.setblocking(True)",
];

export const cells: readonly Cell[] = kinds.flatMap((kind) => {
  const all = kind.stream ? [...waits, ...streamWaits] : waits;
  const server = [`s = socket(${kind.socket})`, `s.bind(${kind.anyAddress("s")})`, "s.listen()"];
  const named = (statements: readonly string[]): string[] =>
    statements.map((statement) =>
      statement.replace("KIND", kind.socket).replace("ADDRESS", kind.anyAddress("server")),
    );
  return [
    ...product(timeouts, all, (timeout, statements) => ({
      name: `${kind.name}: ${timeout}, ${statements.join(", ")}`,
      program: [...kind.connected, "s = a", timeout, "s.gettimeout()", ...statements],
    })),
    ...wrong.map((timeout) => ({
      name: `${kind.name}: ${timeout}`,
      program: [
        ...kind.connected,
        "s = a",
        "s.settimeout(0.5)",
        timeout,
        "s.gettimeout()",
        "s.getblocking()",
      ],
    })),
    ...(kind.stream && !kind.pair
      ? product(timeouts, listening, (timeout, statements) => ({
          name: `${kind.name}: a server, ${timeout}, ${statements.join(", ")}`,
          program: [...server, timeout, ...named(statements)],
        }))
      : []),
    ...(kind.stream && !kind.pair
      ? product(timeouts, ["s.connect", "s.connect_ex"], (timeout, call) => ({
          name: `${kind.name}: a full server, ${timeout}, ${call}`,
          program: [
            ...named(full),
            "first.settimeout(0)",
            timeout,
            `${call}(server.getsockname())`,
          ],
        }))
      : []),
  ];
});
