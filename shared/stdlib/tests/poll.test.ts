/** poll: descriptors that are kept from one wait to the next. */
import { expect, test } from "vitest";
import { b, FileNotFoundError, KeyError, LookupError } from "../src/builtins.ts";
import { POLLHUP, POLLIN, POLLNVAL, POLLOUT, poll } from "../src/select.ts";
import { caught } from "./caught.ts";
import { listening, pair } from "./pairs.ts";

test("tells what is so, again and again", () => {
  const [a, z] = pair();
  const poller = poll();
  poller.register(z, POLLIN);
  expect(poller.poll(0)).toEqual([]);
  a.send(b`x`);
  for (let i = 0; i < 3; i++) expect(poller.poll(10_000)).toEqual([[z.fileno(), POLLIN]]);
  z.recv(1);
  expect(poller.poll(0)).toEqual([]);
});

test("what is registered can be changed and taken out between waits", () => {
  const [a, z] = pair();
  const poller = poll();
  const look = () => poller.poll(0);
  poller.register(a, POLLOUT);
  poller.register(z.fileno(), POLLIN);
  expect(look()).toEqual([[a.fileno(), POLLOUT]]);
  poller.modify(z, POLLIN | POLLOUT);
  expect(look()).toEqual([
    [a.fileno(), POLLOUT],
    [z.fileno(), POLLOUT],
  ]);
  poller.register(a, 0);
  expect(look()).toEqual([[z.fileno(), POLLOUT]]);
  poller.unregister(z);
  expect(look()).toEqual([]);
  expect(caught(KeyError, () => poller.unregister(z)).message).toBe(String(z.fileno()));
  expect(caught(LookupError, () => poller.unregister(z)).name).toBe("KeyError");
  expect(caught(FileNotFoundError, () => poller.modify(z, 0)).code).toBe("ENOENT");
});

test("tells of a closed descriptor and of a hang-up without being asked", () => {
  const [a, z] = pair();
  const poller = poll();
  const fd = a.fileno();
  poller.register(a, 0);
  poller.register(z, 0);
  a.close();
  expect(poller.poll(0)).toEqual([
    [fd, POLLNVAL],
    [z.fileno(), POLLHUP],
  ]);
});

test("waits milliseconds, rounded up", () => {
  const poller = poll();
  poller.register(listening(), POLLIN);
  const start = performance.now();
  expect(poller.poll(30.5)).toEqual([]);
  expect(performance.now() - start).toBeGreaterThanOrEqual(30.5);
});

test("finds some of 500, however often they come and go", () => {
  const pairs = Array.from({ length: 250 }, pair);
  const poller = poll();
  for (const s of pairs.flat()) poller.register(s, POLLIN);
  const ready = [7, 100, 249].map((i) => pairs[i]);
  for (const each of ready) each?.[0].send(b`x`);
  expect(poller.poll(0)).toEqual(ready.map((each) => [each?.[1].fileno(), POLLIN]));
  for (const [a] of pairs) poller.unregister(a);
  expect(poller.poll(0).length).toBe(3);
  for (const [a] of pairs) poller.register(a, POLLOUT);
  const told = poller.poll(0);
  expect([told.length, told[0]?.[0]]).toEqual([253, ready[0]?.[1].fileno()]);
});

test("two polling objects share nothing", () => {
  const [a, z] = pair();
  const [first, second] = [poll(), poll()];
  first.register(a, POLLOUT);
  second.register(z, POLLOUT);
  expect(first.poll(0)).toEqual([[a.fileno(), POLLOUT]]);
  expect(second.poll(0)).toEqual([[z.fileno(), POLLOUT]]);
});
