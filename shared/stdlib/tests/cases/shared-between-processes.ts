/** What processes share and send each other, as far as one process shows it, in both languages. */
import { Pipe, Queue, Value } from "../../src/multiprocessing.ts";
import type { Case } from "../python.ts";

function made<T>(value: T, use: (value: T) => unknown): () => unknown {
  return () => use(value);
}

/** What a value of a type becomes of a number. */
const kept = (["b", "B", "h", "H", "i", "I"] as const).flatMap((code) =>
  [0, -1, 127, 128, 255, 32768, 65536, 2 ** 31, 2 ** 32 + 5, -(2 ** 31) - 1].map((value): Case => [
    `multiprocessing.Value('${code}', ${value}).value`,
    () => Value(code, value).value,
  ]),
);

const values: Case[] = [
  ...kept,
  ["multiprocessing.Value('d', 1.5).value", () => Value("d", 1.5).value],
  ["multiprocessing.Value('f', 0.1).value", () => Value("f", 0.1).value],
  ["multiprocessing.Value('i').value", () => Value("i").value],
  ["multiprocessing.Value('z', 1)", () => Value("z" as "i", 1)],
  ["multiprocessing.Value('i', 1.5)", () => Value("i", 1.5)],
  ["multiprocessing.Value('i', 'a')", () => Value("i", "a" as never)],
  ["multiprocessing.Value('d', 'a')", () => Value("d", "a" as never)],
  [
    "v = multiprocessing.Value('i', 1)\nv.get_lock().acquire()\nv.value += 1\nv.value",
    made(Value("i", 1), (v) => (v.get_lock().acquire(), (v.value += 1), v.value)),
  ],
];

const PIPE = "a, z = multiprocessing.Pipe()\n";
const ONE_WAY = "a, z = multiprocessing.Pipe(False)\n";

const pipes: Case[] = [
  [`${PIPE}a.send_bytes('x')`, () => Pipe()[0].send_bytes("x" as never)],
  [`${PIPE}a.send_bytes(None)`, () => Pipe()[0].send_bytes(null as never)],
  [`${ONE_WAY}a.send_bytes('x')`, () => Pipe(false)[0].send_bytes("x" as never)],
  [
    `${PIPE}a.send(('x', 1, None, b'y', 1.5)), z.recv()`,
    made(Pipe(), ([a, z]) => [a.send(["x", 1, null, Buffer.from("y"), 1.5]), z.recv()]),
  ],
  [
    `${PIPE}z.send_bytes(b'x' * 100), z.poll(), a.poll(), len(a.recv_bytes()), a.poll(0.01)`,
    made(Pipe(), ([a, z]) => [
      z.send_bytes(Buffer.alloc(100)),
      z.poll(),
      a.poll(),
      a.recv_bytes().length,
      a.poll(0.01),
    ]),
  ],
  [`${PIPE}a.close()\nz.recv()`, made(Pipe(), ([a, z]) => (a.close(), z.recv()))],
  [
    `${PIPE}a.close()\nz.poll(), a.closed, z.closed, z.readable, z.writable`,
    made(Pipe(), ([a, z]) => (a.close(), [z.poll(), a.closed, z.closed, z.readable, z.writable])),
  ],
  [`${PIPE}a.close()\nz.send(1)`, made(Pipe(), ([a, z]) => (a.close(), z.send(1)))],
  [`${PIPE}a.close()\na.send(1)`, made(Pipe(), ([a]) => (a.close(), a.send(1)))],
  [`${ONE_WAY}a.send(1)`, made(Pipe(false), ([a]) => a.send(1))],
  [`${ONE_WAY}z.recv()`, made(Pipe(false), ([, z]) => z.recv())],
  [
    `${ONE_WAY}z.send(1), a.recv(), a.readable, a.writable, z.readable, z.writable`,
    made(Pipe(false), ([a, z]) => [
      z.send(1),
      a.recv(),
      a.readable,
      a.writable,
      z.readable,
      z.writable,
    ]),
  ],
  [
    "q = multiprocessing.Queue()\nq.empty(), q.put(1), q.put((2, 3)), q.get(), q.get(True, 5), q.empty()",
    made(new Queue(), (q) => [
      q.empty(),
      q.put(1),
      q.put([2, 3]),
      q.get(),
      q.get(true, 5),
      q.empty(),
    ]),
  ],
  ["multiprocessing.Queue().get(False)", () => new Queue().get(false)],
  ["multiprocessing.Queue().get(True, 0.01)", () => new Queue().get(true, 0.01)],
];

export const cases: readonly Case[] = [...values, ...pipes];
