/** select: many descriptors at once. */
import { describe, expect, test } from "vitest";
import { b, OSError, ValueError } from "../src/builtins.ts";
import { epollEventLayout } from "../src/libc/epoll-event.ts";
import { FdSet } from "../src/select/fd-set.ts";
import { missing } from "../src/select/epoll-calls.ts";
import * as select from "../src/select.ts";
import * as socket from "../src/socket.ts";
import { caught } from "./caught.ts";
import { highDescriptor } from "./high-descriptor.ts";
import { closing, connected, listening, pair } from "./pairs.ts";
import { answers, testWithPython } from "./python.ts";

describe("select", () => {
  test("tells a listening socket by a connection, and a connection by its bytes", () => {
    const listener = listening();
    expect(select.select([listener], [], [], 0)).toEqual([[], [], []]);
    const client = closing(socket.create_connection(listener.getsockname()));
    expect(select.select([listener], [], [], 10)[0]).toEqual([listener]);
    const server = closing(listener.accept()[0]);
    expect(select.select([listener, server], [server], [], 0)).toEqual([[], [server], []]);
    client.sendall(b`hello`);
    expect(select.select([listener, server], [], [], 10)[0]).toEqual([server]);
  });

  test("a full connection is not writable until its peer reads", () => {
    const [a, z] = pair();
    a.setblocking(false);
    z.setblocking(false);
    while (select.select([], [a], [], 0)[1].length === 1) a.send(Buffer.alloc(65536));
    while (select.select([z], [], [], 0)[0].length === 1) z.recv(1 << 20);
    expect(select.select([], [a], [], 10)[1]).toEqual([a]);
  });

  test("an urgent byte is exceptional, a reset is not", () => {
    const [client, server] = connected();
    client.send(b`!`, socket.MSG_OOB);
    expect(select.select([], [], [server], 10)[2]).toEqual([server]);
    const [other, reset] = connected();
    other.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, Buffer.from([1, 0, 0, 0, 0, 0, 0, 0]));
    other.close();
    expect(select.select([reset], [reset], [reset], 10)).toEqual([[reset], [reset], []]);
  });

  test("waits at least as long as it is told, with nothing to watch as well", () => {
    const [a] = pair();
    for (const list of [[], [a]]) {
      const start = performance.now();
      expect(select.select(list, [], [], 0.0301)).toEqual([[], [], []]);
      expect(performance.now() - start).toBeGreaterThanOrEqual(30.1);
    }
  });

  test("finds some of 500 in the order of the list", () => {
    const pairs = Array.from({ length: 250 }, pair);
    const all = pairs.flat().toReversed();
    for (const i of [3, 64, 200, 249]) pairs[i]?.[0].send(b`x`);
    const expected = [249, 200, 64, 3].map((i) => pairs[i]?.[1]);
    const [readable, writable] = select.select(all, all, all, 10);
    expect(readable.map((s) => s.fileno())).toEqual(expected.map((s) => s?.fileno()));
    expect(writable.length).toBe(500);
    expect(select.select([], [], all, 0)).toEqual([[], [], []]);
    // Nothing of one call is left in the next.
    expect(select.select(all.slice(0, 2), [], [], 0)[0]).toEqual([expected[0]]);
  });

  test("asks an object for its descriptor once, and gives the object back", () => {
    const [a, z] = pair();
    a.send(b`x`);
    let asked = 0;
    const watched = { fileno: () => ((asked += 1), z.fileno()) };
    expect(select.select([watched], [], [], 10)[0][0]).toBe(watched);
    expect(asked).toBe(1);
  });

  test("refuses a descriptor that its sets have no bit for; poll takes it", () => {
    const message = "filedescriptor out of range in select()";
    expect(caught(ValueError, () => select.select([1024], [], [], 0)).message).toBe(message);
    const high = highDescriptor();
    if (high === undefined) return;
    expect(high).toBeGreaterThanOrEqual(1024);
    for (const list of [[0, high], new Set([high])]) {
      expect(caught(ValueError, () => select.select([], list, [], 0)).message).toBe(message);
    }
    const poller = select.poll();
    poller.register(high, select.POLLOUT);
    expect(poller.poll(0)).toEqual([[high, select.POLLOUT]]);
  });

  test("the last bit of a set is 1023", () => {
    const set = new FdSet();
    expect(set.fill([0, 31, 32, 1023])).toBe(1024);
    expect([set.bits[0], set.bits[1], set.bits[31]]).toEqual([1 | (1 << 31), 1, 1 << 31]);
    expect(set.bits.byteLength).toBe(128);
    expect(set.members(["a", "b", "c", "d"])).toEqual(["a", "b", "c", "d"]);
    expect(set.fill([])).toBe(0);
    expect(set.members([])).toEqual([]);
  });

  test("a descriptor that is closed is EBADF, a socket that is closed a ValueError", () => {
    const [a] = pair();
    const fd = a.fileno();
    a.close();
    expect(caught(OSError, () => select.select([fd], [], [], 0))).toMatchObject({
      code: "EBADF",
      syscall: "select",
      message: "select: EBADF bad file descriptor",
    });
    expect(caught(ValueError, () => select.select([a], [], [], 0)).message).toBe(
      "file descriptor cannot be a negative integer (-1)",
    );
  });
});

test("an epoll_event is packed on x64 alone", () => {
  expect(epollEventLayout("x64")).toEqual({ words: 3, fd: 1 });
  expect(epollEventLayout("arm64")).toEqual({ words: 4, fd: 2 });
});

test("where there is no epoll, the error says what there is", () => {
  const error = caught(OSError, missing);
  expect(error).toMatchObject({ code: "ENOSYS", syscall: "epoll_create1" });
  expect(error.message).toBe("epoll: ENOSYS only Linux has it; select and poll run here as well");
});

testWithPython("every constant is Python's", () => {
  const names = Object.keys(select).filter((name) => /^E?P[A-Z_]+$/.test(name));
  expect(names.length).toBeGreaterThan(25);
  const here = names.map((name) => {
    const value: unknown = select[name as keyof typeof select];
    return Number.isNaN(value) ? "None" : String(value);
  });
  expect(here).toEqual(answers(names.map((name) => `getattr(select, "${name}", None)`)));
});
