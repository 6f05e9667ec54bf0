/** Every method in every state of a socket, closed ones included. */
import { kinds, type Kind } from "../kinds.ts";
import { product, type Cell } from "./cell.ts";

/** How the socket `s` comes into a state; undefined where its kind does not know that state. */
const states: Readonly<Record<string, (kind: Kind) => readonly string[] | undefined>> = {
  fresh: ({ socket, pair }) => (pair ? undefined : [`s = socket(${socket})`]),
  bound: ({ socket, anyAddress, pair }) =>
    pair ? undefined : [`s = socket(${socket})`, `s.bind(${anyAddress("s")})`],
  listening: ({ socket, anyAddress, stream, pair }) =>
    stream && !pair
      ? [`s = socket(${socket})`, `s.bind(${anyAddress("s")})`, "s.listen(1)"]
      : undefined,
  connected: ({ connected }) => [...connected, "s = a"],
  "with bytes to read": ({ connected }) => [...connected, "s = a", 'z.send(b"hello, world")'],
  "shut for reading": ({ connected }) => [...connected, "s = a", "s.shutdown(SHUT_RD)"],
  "shut for writing": ({ connected }) => [...connected, "s = a", "s.shutdown(SHUT_WR)"],
  "shut for both": ({ connected }) => [...connected, "s = a", "s.shutdown(SHUT_RDWR)"],
  "left by a peer that shut for writing": ({ connected, stream }) =>
    stream ? [...connected, "s = a", "z.shutdown(SHUT_WR)"] : undefined,
  "left by its peer": ({ connected }) => [...connected, "s = a", "z.close()"],
  "left by a peer that had not read all": ({ connected }) => [
    ...connected,
    "s = a",
    's.send(b"unread")',
    "z.close()",
  ],
  "of a dup": ({ connected }) => [...connected, "s = a.dup()", "a.close()"],
  closed: ({ connected }) => [...connected, "s = a", "s.close()"],
  detached: ({ connected }) => [...connected, "s = a", "fd = s.detach()"],
};

/** What is done to `s`; what a call leaves behind is asked afterwards. */
const calls: readonly (readonly string[])[] = [
  ["s"],
  ["s.fileno()"],
  ["s.family, s.type, s.proto".replace(/(.+)/, "($1)")],
  ["s.gettimeout()", "s.getblocking()", "s.settimeout(1.5)", "s.gettimeout()", "s.getblocking()"],
  ["s.setblocking(True)", "s.gettimeout()", "s.setblocking(False)", "s.gettimeout()"],
  ["s.get_inheritable()", "s.set_inheritable(True)", "s.get_inheritable()"],
  ["s.getsockname()"],
  ["s.getpeername()"],
  ["s.getsockopt(SOL_SOCKET, SO_TYPE)"],
  ["s.getsockopt(SOL_SOCKET, SO_ERROR)", "s.getsockopt(SOL_SOCKET, SO_ERROR)"],
  ["s.getsockopt(SOL_SOCKET, SO_KEEPALIVE, 4)"],
  ["s.setsockopt(SOL_SOCKET, SO_KEEPALIVE, 1)"],
  ["s.bind(ANY)", "s.getsockname()"],
  ["s.listen()", "s.getsockopt(SOL_SOCKET, SO_ACCEPTCONN)"],
  ["s.listen(-1)"],
  ["s.accept()"],
  ["s.connect(NOBODY)", "s.getsockopt(SOL_SOCKET, SO_ERROR)", "s.getpeername()"],
  ["s.connect_ex(NOBODY)", "s.connect_ex(NOBODY)"],
  ['s.send(b"x")', 's.send(b"y")', "s.getsockopt(SOL_SOCKET, SO_ERROR)"],
  ['s.send(b"")'],
  ['s.send(b"x", MSG_DONTWAIT)', "z.settimeout(0)", "z.recv(5)"],
  ['s.sendall(b"x")', 's.sendall(b"y")', "z.settimeout(0)", "z.recv(5)"],
  ['s.sendall(b"")'],
  ['s.sendto(b"x", NOBODY)', 's.sendto(b"y", NOBODY)'],
  ['s.sendto(b"x", MSG_DONTWAIT, NOBODY)'],
  ["s.recv(5)", "s.recv(5)", "s.recv(100)", "s.recv(100)"],
  ["s.recv(0)"],
  ["s.recv(5, MSG_PEEK)", "s.recv(5)", "s.recv(5, MSG_DONTWAIT)"],
  ["s.recv(100, MSG_WAITALL)", "s.recv(1)"],
  ["room = bytearray(8)", "s.recv_into(room)", "room", "s.recv_into(room, 2)", "room"],
  ["room = bytearray(8)", "s.recv_into(room, 0)", "room", "s.recv_into(bytearray(0))"],
  ["s.recvfrom(5)", "s.recvfrom(100)"],
  ["s.recvfrom(0)", "s.recv(100)"],
  ["room = bytearray(8)", "s.recvfrom_into(room)", "room", "s.recvfrom_into(room, 2)", "room"],
  ["s.recvmsg(5)", "s.recvmsg(100)"],
  ["s.recvmsg(5, 0, MSG_PEEK)", "s.recvmsg(100)"],
  ["s.shutdown(SHUT_RD)", "s.recv(100)", 's.send(b"x")'],
  ["s.shutdown(SHUT_WR)", 's.send(b"x")', "s.recv(100)", "z.settimeout(0)", "z.recv(9)"],
  ["s.shutdown(SHUT_RDWR)", "s.shutdown(SHUT_RDWR)", "s.recv(9)", "z.settimeout(0)", "z.recv(9)"],
  ["twin = s.dup()", "s.close()", "twin.fileno() >= 0", "twin.gettimeout()", 'twin.send(b"x")'],
  ["fd = s.detach()", "s.fileno()", "s", "twin = socket(fileno=fd)", "twin", "twin.recv(3)"],
  ["twin = fromfd(s.fileno(), s.family, s.type)", "twin", "twin.getblocking()"],
  ["s.close()", "s", "s.close()", "s.recv(1)", "z.settimeout(0)", "z.recv(9)", 'z.send(b"x")'],
  ['f = s.makefile("rb")', "s.close()", "s.fileno() >= 0", "f.close()", "s.fileno()", "f.closed"],
  [
    'f = s.makefile("wb")',
    'f.write(b"abc")',
    "f.flush()",
    "f.close()",
    "z.settimeout(0)",
    "z.recv(9)",
  ],
];

/**
 * A place of the same family where nobody listens, and which nobody else can take meanwhile. A datagram
 * would be taken by whoever is bound there, unless that is a socket that talks to another address.
 */
function nobody({ socket, anyAddress, stream }: Kind): string[] {
  const bound = [`nobody = socket(${socket})`, `nobody.bind(${anyAddress("nobody")})`];
  return stream ? bound : [...bound, "nobody.connect(nobody.getsockname())"];
}

export const cells: readonly Cell[] = kinds.flatMap((kind) =>
  product(Object.entries(states), calls, ([state, reach], call) => {
    const reached = reach(kind);
    if (reached === undefined) return undefined;
    const concrete = call.map((statement) =>
      statement
        .replaceAll("ANY", kind.anyAddress("other"))
        .replaceAll("NOBODY", "nobody.getsockname()"),
    );
    const needed = call.some((statement) => statement.includes("NOBODY")) ? nobody(kind) : [];
    return {
      name: `${kind.name}: a socket ${state}: ${call.join(", ")}`,
      program: [...needed, ...reached, "s.settimeout(0)", ...concrete],
    };
  }),
);
