/** Sending more than fits: how much goes, what is raised, and that what went arrives in order. */
import { kinds } from "../kinds.ts";
import { product, type Cell } from "./cell.ts";

const timeouts = ["a.settimeout(0)", "a.settimeout(0.003)"];

/** More than any buffer takes. The kernel decides how much that is, so only the outcome is compared. */
const streams: readonly (readonly string[])[] = [
  ["a.send(pattern(20000000)) < 20000000"],
  ["a.send(pattern(20000000), MSG_DONTWAIT) < 20000000"],
  ["a.sendall(pattern(20000000))"],
  ["a.sendall(pattern(20000000))", 'a.send(b"more", MSG_DONTWAIT)'],
  ['f = a.makefile("wb", buffering=0)', "f.write(pattern(20000000)) < 20000000"],
  ["a.sendall(pattern(20000))"],
  ["a.setblocking(True)", "a.send(pattern(20000000), MSG_DONTWAIT) < 20000000"],
];

/** With a reader at the other end all of it goes, in as many pieces as it takes. */
const read: readonly (readonly string[])[] = [
  ["a.sendall(pattern(20000000))"],
  ['f = a.makefile("wb")', "f.write(pattern(20000000))", "f.close()"],
];

/** From the smallest datagrams to the largest, and one byte more. */
const sizes = [0, 1, 1024, 4096, 4097, 65506, 65507, 65508, 65527, 65528, 65536, 200_000, 300_000];

const drained = [
  "a.settimeout(0)",
  "a.shutdown(SHUT_WR)",
  "z.settimeout(5)",
  "is_pattern(drain(z))",
];

const receivers = [
  "z.recv(70000)",
  "z.recv(100)",
  "z.recvmsg(1000)",
  "z.recv_into(bytearray(300000))",
];

export const cells: readonly Cell[] = kinds.flatMap((kind) =>
  kind.stream
    ? [
        ...read.map((statements) => ({
          name: `${kind.name}: with a reader, ${statements.join(", ")}`,
          program: [
            ...kind.connected,
            "counter(z)",
            "z.close()",
            "a.settimeout(5)",
            ...statements,
            "a.shutdown(SHUT_WR)",
            "a.recv(100)",
          ],
        })),
        ...product(timeouts, streams, (timeout, statements) => ({
          name: `${kind.name}: ${timeout}, ${statements.join(", ")}`,
          program: [...kind.connected, timeout, ...statements, ...drained],
        })),
      ]
    : product(sizes, receivers, (size, receiver) => ({
        name: `${kind.name}: a datagram of ${size} bytes, ${receiver}`,
        program: [
          ...kind.connected,
          "a.settimeout(0)",
          "z.settimeout(0)",
          `a.send(pattern(${size}))`,
          receiver,
          `a.sendall(pattern(${size}))`,
          "z.recvfrom(70000)",
          receiver,
        ],
      })),
);
