/**
 * What waiting costs, how long it lasts, and in which units.
 *
 * A blocked program takes no processor time; one that asks again and again takes all there is. A
 * socket's timeout is each call's own. See also time(7), select(2), poll(2).
 *
 *     pnpm chapter 08 proof waiting
 */
import { holds, outcome } from "@netnotes/course/proof";
import { b, run } from "@netnotes/stdlib/builtins";
import * as select from "@netnotes/stdlib/select";
import * as socket from "@netnotes/stdlib/socket";
import * as time from "@netnotes/stdlib/time";

const SECONDS = 0.3;

/** Processor time and time of a wait, both in seconds. */
function measured(wait: () => unknown): [cpu: number, took: number] {
  const [start, before] = [time.monotonic(), process.cpuUsage()];
  wait();
  const { user, system } = process.cpuUsage(before);
  return [(user + system) / 1e6, time.monotonic() - start];
}

function costs(): void {
  const [peer, s] = socket.socketpair();
  const ways: Record<string, () => unknown> = {
    asking() {
      s.setblocking(false);
      const end = time.monotonic() + SECONDS;
      while (time.monotonic() < end) outcome(() => s.recv(1));
    },
    select: () => select.select([s], [], [], SECONDS),
    recv() {
      s.settimeout(SECONDS);
      outcome(() => s.recv(1));
    },
  };
  const costs = Object.values(ways).map((wait) => measured(wait)[0]);
  const [asking = 0, ...blocking] = costs;
  const figures = Object.keys(ways).map(
    (way, at) => `${way} ${((costs[at] ?? 0) * 1000).toFixed(1)}`,
  );
  holds(
    `processor time of ${SECONDS} s without news, in ms: asking takes five times as much`,
    blocking.every((cost) => asking > 5 * cost),
    figures,
  );
  for (const socket of [peer, s]) socket.close();
}

function units(): void {
  const nothing = socket.socketpair();
  const p = select.poll();
  p.register(nothing[0], select.POLLIN);
  const [, seconds] = measured(() => select.select([nothing[0]], [], [], 0.2));
  const [, milliseconds] = measured(() => p.poll(200));
  const [, short] = measured(() => p.poll(0.2));
  const waits = [seconds, milliseconds].map((wait) => `${wait.toFixed(3)} s`);
  holds(
    "select(0.2) and poll(200): seconds, milliseconds",
    seconds > 0.19 && milliseconds > 0.19,
    waits,
  );
  console.log(`  poll(0.2), meant as seconds, waits for a millisecond: ${short.toFixed(3)} s`);
  if (process.platform === "linux") {
    const epoll = select.epoll();
    epoll.register(nothing[0], select.EPOLLIN);
    const [, wait] = measured(() => epoll.poll(0.2));
    holds("epoll's poll(0.2): seconds again", wait > 0.19, `${wait.toFixed(3)} s`);
    epoll.close();
  }
  for (const s of nothing) s.close();
}

/** A peer that sends a byte now and then, each time before the timeout has passed. */
function drip(): void {
  const [peer, s] = socket.socketpair();
  s.settimeout(0.2);
  let reads = "";
  const [, took] = measured(() => {
    for (let byte = 0; byte < 5; byte += 1) {
      time.sleep(0.1);
      peer.sendall(b`.`);
      reads += outcome(() => s.recv(1));
    }
  });
  holds(
    "settimeout(0.2), a byte each 0.1 s, five times: none is late",
    reads === "ok".repeat(5),
    reads,
  );
  holds("  and all of them took longer than the timeout", took > 0.2, `${took.toFixed(3)} s`);
  for (const socket of [peer, s]) socket.close();
}

export function main(): void {
  costs();
  units();
  drip();
}

run(main);
