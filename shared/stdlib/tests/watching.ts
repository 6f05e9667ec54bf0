/** A sequence of steps with sockets that are watched; the twin of watching.py. */
import { b } from "../src/builtins.ts";
import * as select from "../src/select.ts";
import * as socket from "../src/socket.ts";
import { answer } from "./python.ts";

export const STEPS = [
  "send",
  "fill",
  "recv",
  "drain",
  "shut",
  "close",
  "register",
  "modify",
  "unregister",
  "watch",
  "change",
  "forget",
] as const;

/** A step: its name, the number of one of four sockets, and a mask. */
export type Step = readonly [name: (typeof STEPS)[number], number: number, mask: number];

type One = ReturnType<typeof socket.socketpair>[0];

function fill(one: One): never {
  for (;;) one.send(Buffer.alloc(65536));
}

/** A KeyError's key is a descriptor, another here than in CPython. */
function outcome(call: () => unknown): string {
  return answer(call).replace(/^KeyError: \d+$/, "KeyError");
}

/** What each step comes to, and then what select, poll and epoll say. */
export function watch(steps: readonly Step[]): string[] {
  const sockets = [...socket.socketpair(), ...socket.socketpair()];
  const fds = sockets.map((one) => one.fileno());
  for (const one of sockets) one.setblocking(false);
  const poller = select.poll();
  const kernel = process.platform === "linux" ? select.epoll() : select.poll();

  const events = (pairs: readonly (readonly [number, number])[]): [number, number][] =>
    pairs
      .map(([fd, event]): [number, number] => [fds.indexOf(fd), event])
      .toSorted(([a], [z]) => a - z);
  const seen = (): number[][] =>
    select
      .select([...sockets, ...sockets], sockets, sockets, 0)
      .map((objects) => objects.map((one) => sockets.indexOf(one)));

  const told: string[] = [];
  for (const [name, number, mask] of steps) {
    const one = sockets[number] as One;
    const fd = fds[number] ?? -1;
    const calls: Record<Step[0], () => unknown> = {
      send: () => one.send(b`x`),
      fill: () => fill(one),
      recv: () => one.recv(1).length,
      drain: () => one.recv(1 << 24).length >= 0,
      shut: () => one.shutdown((mask & 3) % 3),
      close: () => one.close(),
      register: () => poller.register(one, mask),
      modify: () => poller.modify(one, mask),
      unregister: () => poller.unregister(fd),
      watch: () => kernel.register(one, mask),
      change: () => kernel.modify(one, mask),
      forget: () => kernel.unregister(fd),
    };
    told.push(outcome(calls[name]), answer(seen));
    told.push(
      answer(() => events(poller.poll(0))),
      answer(() => events(kernel.poll(0))),
    );
  }
  for (const one of sockets) one.close();
  if (kernel instanceof select.Epoll) kernel.close();
  return told;
}
