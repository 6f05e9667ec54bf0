/**
 * A datagram that finds the receiver's buffer full is gone, even on loopback, and nobody is told.
 *
 * Here the kernel itself is the lossy network: whoever sends faster than the other side reads loses
 * the rest. See also udp(7), socket(7) SO_RCVBUF, proc_net(5), RFC 8085 section 3.1.
 *
 *     pnpm chapter 05 proof loss
 */
// on: linux
import { readFileSync } from "node:fs";
import { holds, outcome, shows } from "@netnotes/course/proof";
import { run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

const { AF_INET, SO_RCVBUF, SOCK_DGRAM, SOL_SOCKET } = socket;

const MANY = 10_000;

type Pair = [sender: socket.Socket, receiver: socket.Socket];

/** @param room for the receiver's buffer, in bytes; the kernel's usual size unless told */
function pair(room?: number): Pair {
  const [sender, receiver] = [
    socket.socket(AF_INET, SOCK_DGRAM),
    socket.socket(AF_INET, SOCK_DGRAM),
  ];
  if (room !== undefined) receiver.setsockopt(SOL_SOCKET, SO_RCVBUF, room);
  receiver.bind(["127.0.0.1", 0]);
  sender.connect(receiver.getsockname());
  return [sender, receiver];
}

/** How many datagrams the kernel has thrown away for want of room: the last column of its table. */
function dropped(receiver: socket.Socket): number {
  const port = receiver.getsockname()[1].toString(16).toUpperCase().padStart(4, "0");
  const lines = readFileSync("/proc/net/udp", "utf8").split("\n");
  const own = lines.find((line) => line.trim().split(/\s+/)[1] === `0100007F:${port}`);
  return Number(own?.trim().split(/\s+/).at(-1));
}

/** Numbered datagrams of 100 bytes; then what there is to read. */
function flood([sender, receiver]: Pair): [sent: number, numbers: number[]] {
  const message = Buffer.alloc(100);
  let sent = 0;
  for (let n = 0; n < MANY; n += 1) {
    message.writeUInt32BE(n);
    if (outcome(() => sender.send(message)) === "ok") sent += 1;
  }
  receiver.settimeout(0);
  const numbers: number[] = [];
  while (outcome(() => numbers.push(receiver.recv(100).readUInt32BE())) === "ok");
  return [sent, numbers];
}

/** @returns how many arrived */
function nobodyReads(name: string, both: Pair): number {
  const [, receiver] = both;
  const room = receiver.getsockopt(SOL_SOCKET, SO_RCVBUF);
  const [sent, { length, ...numbers }] = flood(both);
  shows(`${name} (${room} bytes): sends that said ok`, sent, MANY);
  holds(`${name}: those that arrived`, length > 0 && length < MANY, length);
  console.log(`  the numbers ${numbers[0]} to ${numbers[length - 1]}: the first find room`);
  holds(`${name}: the kernel counts what it drops`, dropped(receiver) > 0, dropped(receiver));
  for (const s of both) s.close();
  return length;
}

function inTurn(): void {
  const [sender, receiver] = pair();
  receiver.settimeout(2);
  let lost = 0;
  for (let n = 0; n < MANY; n += 1) {
    sender.send(Buffer.alloc(100));
    if (outcome(() => receiver.recv(100)) !== "ok") lost += 1;
  }
  shows(`a reader that keeps up, of ${MANY} it lost`, lost, 0);
  for (const s of [sender, receiver]) s.close();
}

export function main(): void {
  const usual = nobodyReads("nobody reads, the usual buffer", pair());
  const tiny = nobodyReads("nobody reads, a tiny one", pair(4096));
  holds("a larger buffer holds more, and only puts it off", tiny < usual, [tiny, usual]);
  inTurn();
}

run(main);
