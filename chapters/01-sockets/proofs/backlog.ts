/**
 * The number given to listen is the length of a queue, not a number of clients.
 *
 * Linux lets one connection more than that wait to be accepted; the next one's handshake waits. See
 * also listen(2).
 *
 *     pnpm chapter 01 proof backlog
 */
// on: linux
import { readFileSync } from "node:fs";
import { shows } from "@netnotes/course/proof";
import { run, TimeoutError } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

/** How many clients get connected while nobody accepts. */
function connectsBeforeOneWaits(backlog: number): number {
  const listener = socket.create_server(["127.0.0.1", 0], { backlog });
  const clients: socket.Socket[] = [];
  try {
    for (;;) {
      const client = socket.socket();
      clients.push(client);
      client.settimeout(0.3);
      client.connect(listener.getsockname());
    }
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
    return clients.length - 1;
  } finally {
    for (const client of clients) client.close();
    listener.close();
  }
}

/** The queue's length as the kernel keeps it: tcpi_sacked of a listening socket. */
function queueLength(backlog: number): number {
  const listener = socket.socket();
  listener.bind(["127.0.0.1", 0]);
  listener.listen(backlog);
  const length = listener.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 32).readUInt32LE(28);
  listener.close();
  return length;
}

export function main(): void {
  for (const backlog of [0, 1, 2, 5]) {
    const what = `listen(${backlog}), nobody accepts, connections`;
    shows(what, connectsBeforeOneWaits(backlog), backlog + 1);
  }

  // The notes' range 1 to 128 is no range: what is too long is cut without a word.
  const most = Number(readFileSync("/proc/sys/net/core/somaxconn", "utf8"));
  console.log(`net.core.somaxconn is ${most}`);
  for (const backlog of [0, 129, 1000, 2 ** 31 - 1]) {
    shows(`listen(${backlog}), the queue's length`, queueLength(backlog), Math.min(backlog, most));
  }

  // The notes' servers take 1, 5, 10 and 128, and each serves any number of clients in turn.
  const listener = socket.create_server(["127.0.0.1", 0], { backlog: 1 });
  let served = 0;
  for (; served < 20; served += 1) {
    const client = socket.create_connection(listener.getsockname());
    listener.accept()[0].close();
    client.close();
  }
  shows("listen(1), clients served one after the other", served, 20);
  listener.close();
}

run(main);
