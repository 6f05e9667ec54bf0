/** Waiting: as long as it takes, so long and no longer, or not at all. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { b, BlockingIOError, TimeoutError } from "../src/builtins.ts";
import * as socket from "../src/socket.ts";
import * as time from "../src/time.ts";
import { caught } from "./caught.ts";
import { onLinux } from "./on-linux.ts";
import { closing, connected, listening, pair } from "./pairs.ts";

/** How long a call takes, in seconds, before it throws. */
function timeToFail(call: () => unknown): number {
  const start = time.monotonic();
  const error = caught(TimeoutError, call);
  expect([error.message, error.errno, error.code]).toEqual(["timed out", undefined, undefined]);
  return time.monotonic() - start;
}

describe("a timeout", () => {
  test("ends accept, recv, recvfrom, recvmsg and recv_into, not before its time", () => {
    const listener = listening();
    listener.settimeout(0.02);
    expect(timeToFail(() => listener.accept())).toBeGreaterThanOrEqual(0.02);
    const [a] = pair();
    a.settimeout(0.02);
    expect(timeToFail(() => a.recv(1))).toBeGreaterThanOrEqual(0.02);
    expect(timeToFail(() => a.recvfrom(1))).toBeGreaterThanOrEqual(0.02);
    expect(timeToFail(() => a.recvmsg(1))).toBeGreaterThanOrEqual(0.02);
    expect(timeToFail(() => a.recv_into(Buffer.alloc(1)))).toBeGreaterThanOrEqual(0.02);
  });

  test("ends a sendall that nobody reads, and send stops short of it", () => {
    const [a] = pair();
    a.settimeout(0.02);
    const much = Buffer.alloc(4_000_000);
    const sent = a.send(much);
    expect([sent > 0, sent < much.length]).toEqual([true, true]);
    expect(timeToFail(() => a.sendall(much))).toBeGreaterThanOrEqual(0.02);
  });

  onLinux("a path's full queue says EAGAIN")(
    "ends a sendto, and a send, to one that is full",
    () => {
      const folder = mkdtempSync(join(tmpdir(), "netnotes-"));
      onTestFinished(() => rmSync(folder, { recursive: true }));
      const path = join(folder, "full");
      closing(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)).bind(path);
      const client = closing(socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM));
      client.settimeout(0);
      const fill = (): void => {
        for (;;) client.sendto(b`x`, path);
      };
      caught(BlockingIOError, fill);
      client.settimeout(0.02);
      expect(timeToFail(() => client.sendto(b`x`, path))).toBeGreaterThanOrEqual(0.02);
      client.connect(path);
      expect(timeToFail(() => client.send(b`x`))).toBeGreaterThanOrEqual(0.02);
    },
  );

  onLinux("a full queue leaves the next connect waiting")("ends a connect to a full queue", () => {
    const listener = closing(socket.socket());
    listener.bind(["127.0.0.1", 0]);
    listener.listen(0);
    const address = listener.getsockname();
    const clients: socket.Socket[] = [];
    onTestFinished(() => clients.forEach((client) => client.close()));
    const next = (): socket.Socket => {
      const client = socket.socket();
      clients.push(client);
      client.settimeout(0.1);
      return client;
    };
    // How many connections a backlog of 0 completes is the system's affair: fill it first.
    let error: unknown;
    while (error === undefined && clients.length < 10) {
      const client = next();
      try {
        client.connect(address);
      } catch (thrown) {
        error = thrown;
      }
    }
    expect(error).toBeInstanceOf(TimeoutError);
    expect(next().connect_ex(address)).toBe(caught(BlockingIOError, wouldBlock).errno);
  });

  test("does not hinder what is ready", () => {
    const listener = listening();
    listener.settimeout(5);
    const client = closing(socket.socket());
    client.settimeout(5);
    client.connect(listener.getsockname());
    const [server] = listener.accept();
    closing(server);
    expect(server.gettimeout()).toBe(null);
    client.sendall(b`ready`);
    expect(server.recv(9)).toEqual(b`ready`);
    server.sendall(b`too`);
    expect(client.recv(9)).toEqual(b`too`);
  });

  test("reports what a connect came to while it waited", () => {
    const client = closing(socket.socket());
    client.settimeout(5);
    expect(() => client.connect(["127.0.0.1", 1])).toThrow("connect: ECONNREFUSED");
  });

  test("is that of new sockets when it is the default", () => {
    onTestFinished(() => socket.setdefaulttimeout(null));
    socket.setdefaulttimeout(0.01);
    expect(socket.getdefaulttimeout()).toBe(0.01);
    const [a] = pair();
    expect(a.gettimeout()).toBe(0.01);
    timeToFail(() => a.recv(1));
    socket.setdefaulttimeout(null);
    expect(closing(socket.socket()).gettimeout()).toBe(null);
  });

  test("can be taken off again", () => {
    const [a, z] = connected();
    a.settimeout(0.01);
    timeToFail(() => a.recv(1));
    a.settimeout(null);
    expect([a.gettimeout(), a.getblocking()]).toEqual([null, true]);
    z.sendall(b`x`);
    expect(a.recv(1)).toEqual(b`x`);
  });
});

function wouldBlock(): void {
  const [a] = pair();
  a.setblocking(false);
  a.recv(1);
}

describe("a socket that never waits", () => {
  test("throws BlockingIOError instead", () => {
    const error = caught(BlockingIOError, wouldBlock);
    expect(error).toMatchObject({ code: "EAGAIN", syscall: "recv" });
  });

  test("is one with a timeout of 0", () => {
    const [a] = pair();
    a.settimeout(0);
    expect([a.getblocking(), a.gettimeout()]).toEqual([false, 0]);
  });

  test("begins a connection, and waiting for it is the program's affair", () => {
    const listener = listening();
    const client = closing(socket.socket());
    client.setblocking(false);
    const error = caught(BlockingIOError, () => client.connect(listener.getsockname()));
    expect(error).toMatchObject({ code: "EINPROGRESS", syscall: "connect" });
    closing(listener.accept()[0]);
    expect(client.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)).toBe(0);
    expect(client.getpeername()).toEqual(listener.getsockname());
  });

  test("can ask for it call by call", () => {
    const [a] = pair();
    caught(BlockingIOError, () => a.recv(1, socket.MSG_DONTWAIT));
    expect(a.getblocking()).toBe(true);
  });
});

describe("time", () => {
  test("sleep lasts as long as it says", () => {
    const start = time.monotonic();
    time.sleep(0.03);
    expect(time.monotonic() - start).toBeGreaterThanOrEqual(0.03);
  });

  test("clocks run in seconds", () => {
    expect(Math.abs(time.time() - Date.now() / 1000)).toBeLessThan(60);
    const [before, after] = [time.perf_counter(), time.perf_counter()];
    expect(after).toBeGreaterThanOrEqual(before);
  });
});
