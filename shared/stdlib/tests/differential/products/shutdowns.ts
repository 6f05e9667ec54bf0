/** Orders of ending a conversation: what each end does first, and what both see afterwards. */
import { kinds } from "../kinds.ts";
import { product, type Cell } from "./cell.ts";

const endings = [
  "END.shutdown(SHUT_RD)",
  "END.shutdown(SHUT_WR)",
  "END.shutdown(SHUT_RDWR)",
  "END.close()",
  "END.setsockopt(SOL_SOCKET, SO_LINGER, linger(0))",
];

/** One or two steps of one end, then of the other. */
const orders: readonly (readonly string[])[] = [
  ...endings.map((one) => [one.replace("END", "a")]),
  ...endings.flatMap((one) =>
    endings.flatMap((other) => [
      [one.replace("END", "a"), other.replace("END", "z")],
      ...(one === other ? [] : [[one.replace("END", "a"), other.replace("END", "a")]]),
    ]),
  ),
];

/** What was on its way before. */
const before: Readonly<Record<string, readonly string[]>> = {
  "nothing sent": [],
  "both sent": ['a.send(b"from a")', 'z.send(b"from z")'],
  "half read": ['z.send(b"from z")', "a.recv(3)"],
};

/** What is seen afterwards, the reader first or the writer first. */
const after: Readonly<Record<string, readonly string[]>> = {
  "reading first": [
    "a.recv(2)",
    "a.recv(99)",
    "a.recv(99)",
    "z.recv(2)",
    "z.recv(99)",
    "z.recv(99)",
    'a.send(b"late")',
    "z.recv(99)",
    'z.send(b"late")',
    "a.recv(99)",
    "a.getsockopt(SOL_SOCKET, SO_ERROR)",
    "z.getsockopt(SOL_SOCKET, SO_ERROR)",
  ],
  "writing first": [
    'z.send(b"late")',
    'z.send(b"later")',
    'a.send(b"late")',
    'a.send(b"later")',
    "a.recv(99)",
    "a.recv(99)",
    "z.recv(99)",
    "z.recv(99)",
    "a.getpeername()",
    "z.close()",
    'a.sendall(b"last")',
    "a.recv(99)",
    "a.shutdown(SHUT_RDWR)",
    "a.recv(99)",
  ],
};

/** How a conversation ends does not depend on the version of its addresses. */
const distinct = kinds.filter(({ name }) => !name.includes("IPv6"));

export const cells: readonly Cell[] = distinct.flatMap((kind) =>
  orders.flatMap((order) =>
    product(Object.entries(before), Object.entries(after), ([sent, first], [how, last]) => ({
      name: `${kind.name}: ${sent}, ${order.join(", ")}, ${how}`,
      program: [
        ...kind.connected,
        "a.settimeout(0)",
        "z.settimeout(0)",
        ...first,
        ...order,
        ...last,
      ],
    })),
  ),
);
