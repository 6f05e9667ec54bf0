/** threading and multiprocessing as far as one process and one thread show it, in both languages. */
import { repr } from "../../src/builtins.ts";
import * as multiprocessing from "../../src/multiprocessing.ts";
import * as threading from "../../src/threading.ts";
import type { Case } from "../python.ts";

const { Lock, Event, Thread } = threading;
const { Process } = multiprocessing;

/** A repr without numbers that differ from run to run. */
const steady = (value: unknown): string => repr(value).replaceAll(/\d{2,}/g, "N");
const STEADY = `import re\nsteady = lambda value: re.sub(r"\\d{2,}", "N", repr(value))\n`;

const LOCK = "l = threading.Lock()\n";
const EVENT = "e = threading.Event()\n";
const THREAD = "t = threading.Thread(name='t')\n";
const SHARED = "l = multiprocessing.Lock()\n";
const RLOCK = "l = multiprocessing.RLock()\n";
const PROCESS = "p = multiprocessing.Process(name='p')\n";

function made<T>(value: T, use: (value: T) => unknown): () => unknown {
  return () => use(value);
}

const locks: Case[] = [
  [`${LOCK}l.release()`, () => new Lock().release()],
  [
    `${LOCK}l.acquire(), l.locked(), l.release(), l.locked()`,
    made(new Lock(), (l) => [l.acquire(), l.locked(), l.release(), l.locked()]),
  ],
  [
    `${LOCK}l.acquire(), l.acquire(False), l.acquire(True, 0), l.acquire(True, 0.01)`,
    made(new Lock(), (l) => [
      l.acquire(),
      l.acquire(false),
      l.acquire(true, 0),
      l.acquire(true, 0.01),
    ]),
  ],
  [`${LOCK}l.acquire(False, 5)`, () => new Lock().acquire(false, 5)],
  [`${LOCK}l.acquire(True, -2)`, () => new Lock().acquire(true, -2)],
  [`${LOCK}l.acquire(True, 1e30)`, () => new Lock().acquire(true, 1e30)],
  [`${SHARED}l.release()`, () => new multiprocessing.Lock().release()],
  [
    `${SHARED}l.acquire(), l.acquire(False), l.acquire(True, 0.01), l.acquire(True, -2)`,
    made(new multiprocessing.Lock(), (l) => [
      l.acquire(),
      l.acquire(false),
      l.acquire(true, 0.01),
      l.acquire(true, -2),
    ]),
  ],
  [
    `${SHARED}l.acquire(False, 5), l.release(), l.acquire(False)`,
    made(new multiprocessing.Lock(), (l) => [l.acquire(false, 5), l.release(), l.acquire(false)]),
  ],
  [`${RLOCK}l.release()`, () => new multiprocessing.RLock().release()],
  [
    `${RLOCK}l.acquire(), l.acquire(), l.release(), l.release()`,
    made(new multiprocessing.RLock(), (l) => [l.acquire(), l.acquire(), l.release(), l.release()]),
  ],
  [
    `${EVENT}e.is_set(), e.wait(0), e.wait(-1), e.wait(0.01)`,
    made(new Event(), (e) => [e.is_set(), e.wait(0), e.wait(-1), e.wait(0.01)]),
  ],
  [
    `${EVENT}e.set(), e.is_set(), e.wait(), e.clear(), e.wait(0)`,
    made(new Event(), (e) => [e.set(), e.is_set(), e.wait(), e.clear(), e.wait(0)]),
  ],
];

const threads: Case[] = [
  [
    `${THREAD}t.name, t.daemon, t.ident, t.is_alive()`,
    made(new Thread({ name: "t" }), (t) => [t.name, t.daemon, t.ident, t.is_alive()]),
  ],
  [`${THREAD}t.join()`, () => new Thread({ name: "t" }).join()],
  [`threading.Thread(name='t')`, () => new Thread({ name: "t" })],
  [`threading.Thread(name='t', daemon=True)`, () => new Thread({ name: "t", daemon: true })],
  ["threading.current_thread().join()", () => threading.current_thread().join()],
  [
    "threading.current_thread().daemon = True\n0",
    () => ((threading.current_thread().daemon = true), 0),
  ],
  [
    "threading.current_thread() is threading.main_thread(), threading.active_count()",
    () => [threading.current_thread() === threading.main_thread(), threading.active_count()],
  ],
  [
    "m = threading.main_thread()\nm.name, m.daemon, m.is_alive()",
    made(threading.main_thread(), (m) => [m.name, m.daemon, m.is_alive()]),
  ],
];

const processes: Case[] = [
  [
    `${PROCESS}p.name, p.daemon, p.pid, p.exitcode, p.is_alive()`,
    made(new Process({ name: "p" }), (p) => [p.name, p.daemon, p.pid, p.exitcode, p.is_alive()]),
  ],
  [`${PROCESS}p.join()`, () => new Process({ name: "p" }).join()],
  [`${PROCESS}p.name = 3\n0`, () => ((new Process({ name: "p" }) as { name: unknown }).name = 3)],
  [`${STEADY}${PROCESS}steady(p)`, () => steady(new Process({ name: "p" }))],
  [
    `${STEADY}${PROCESS}p.daemon = True\nsteady(p)`,
    made(new Process({ name: "p" }), (p) => ((p.daemon = true), steady(p))),
  ],
  [
    `${STEADY}${PROCESS}p.close()\nsteady(p)`,
    made(new Process({ name: "p" }), (p) => (p.close(), steady(p))),
  ],
  [`${PROCESS}p.close()\np.join()`, made(new Process({ name: "p" }), (p) => (p.close(), p.join()))],
  [
    `${PROCESS}p.close()\np.is_alive()`,
    made(new Process({ name: "p" }), (p) => (p.close(), p.is_alive())),
  ],
  [
    "p = multiprocessing.current_process()\np.name, p.daemon",
    made(multiprocessing.current_process(), (p) => [p.name, p.daemon]),
  ],
  ["multiprocessing.active_children() == []", () => multiprocessing.active_children().length === 0],
  ["multiprocessing.cpu_count()", () => multiprocessing.cpu_count()],
];

export const cases: readonly Case[] = [...locks, ...threads, ...processes];
