/** Connections: making, using and ending them. */
import { describe, expect, test } from "vitest";
import {
  b,
  BrokenPipeError,
  ConnectionRefusedError,
  ConnectionResetError,
  OSError,
} from "../src/builtins.ts";
import * as socket from "../src/socket.ts";
import { caught } from "./caught.ts";
import { closing, connected, listening, pair } from "./pairs.ts";

describe("a connection", () => {
  test("carries bytes both ways, and knows both ends", () => {
    const listener = listening();
    const client = closing(socket.socket());
    client.connect(listener.getsockname());
    const [server, address] = listener.accept();
    closing(server);
    expect(address).toEqual(client.getsockname());
    expect(server.getpeername()).toEqual(client.getsockname());
    expect(client.getpeername()).toEqual(listener.getsockname());
    expect(client.send(b`alice`)).toBe(5);
    expect(server.recv(1024)).toEqual(b`alice`);
    server.sendall(b`Hello, alice!`);
    expect(client.recv(5)).toEqual(b`Hello`);
    expect(client.recv(1024)).toEqual(b`, alice!`);
  });

  test("ends in one direction by shutdown, in both by close", () => {
    const [client, server] = connected();
    client.sendall(b`question`);
    client.shutdown(socket.SHUT_WR);
    expect(server.recv(100)).toEqual(b`question`);
    expect(server.recv(100)).toEqual(b``);
    server.sendall(b`answer`);
    server.close();
    expect(client.recv(100)).toEqual(b`answer`);
    expect(client.recv(100)).toEqual(b``);
  });

  test("carries more than any buffer holds, and nothing of it is shared or lost", () => {
    const [a, z] = pair();
    const sent = Buffer.from(Array.from({ length: 300_000 }, (_, i) => i % 251));
    const received: Buffer[] = [];
    a.setblocking(false);
    let at = 0;
    while (Buffer.concat(received).length < sent.length) {
      if (at < sent.length) at += a.send(sent.subarray(at, at + 150_000));
      received.push(z.recv(received.length % 2 === 0 ? 200_000 : 65_536));
    }
    expect(Buffer.concat(received).equals(sent)).toBe(true);
  });

  test("a reset is ConnectionResetError, sending on is BrokenPipeError", () => {
    const [client, server] = connected();
    client.sendall(b`unread`);
    expect(server.recv(1)).toEqual(b`u`);
    server.close();
    expect(caught(ConnectionResetError, () => client.recv(1))).toMatchObject({
      code: "ECONNRESET",
      syscall: "recv",
    });
    caught(BrokenPipeError, () => client.send(b`x`));
  });

  test("peeks without taking", () => {
    const [a, z] = pair();
    a.sendall(b`peek`);
    expect(z.recv(2, socket.MSG_PEEK)).toEqual(b`pe`);
    expect(z.recv(9)).toEqual(b`peek`);
  });

  test("receives into a buffer of the caller's", () => {
    const [a, z] = pair();
    a.sendall(b`abcdef`);
    const buffer = Buffer.from("......");
    expect(z.recv_into(buffer, 2)).toBe(2);
    expect(z.recv_into(buffer.subarray(3))).toBe(3);
    expect(buffer.toString()).toBe("ab.cde");
  });

  test("what recv returned stays as it was, whatever comes next", () => {
    const [a, z] = pair();
    a.sendall(Buffer.alloc(60_000, 1));
    const full = z.recv(65_536);
    a.sendall(Buffer.alloc(60_000, 2));
    const next = z.recv(65_536);
    a.sendall(b`3`);
    z.recv(65_536);
    expect([full.length, full.every((byte) => byte === 1)]).toEqual([60_000, true]);
    expect([next.length, next.every((byte) => byte === 2)]).toEqual([60_000, true]);
  });
});

describe("errors", () => {
  test("say the call, the code, the reason and the address", () => {
    const [host, port] = listening().getsockname();
    const error = caught(OSError, () => closing(socket.socket()).bind([host, port]));
    expect(error.message).toBe(`bind: EADDRINUSE address already in use 127.0.0.1:${port}`);
    expect(error).toMatchObject({
      name: "OSError",
      code: "EADDRINUSE",
      syscall: "bind",
      address: `127.0.0.1:${port}`,
      strerror: "address already in use",
    });
  });

  test("write an IPv6 address with brackets", () => {
    const client = closing(socket.socket(socket.AF_INET6));
    const error = caught(ConnectionRefusedError, () => client.connect(["::1", 1]));
    expect(error.message).toBe("connect: ECONNREFUSED connection refused [::1]:1");
  });

  test("of a lookup have the codes of getaddrinfo", () => {
    const error = caught(socket.gaierror, () => socket.getaddrinfo("a.b..c", 80));
    expect(error).toMatchObject({ syscall: "getaddrinfo", address: "a.b..c" });
    expect(error.code).toMatch(/^EAI_/);
    expect(error).toBeInstanceOf(socket.error);
  });
});

describe("options", () => {
  test("are numbers", () => {
    const [client] = connected();
    client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, true);
    expect(client.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)).toBe(1);
    expect(client.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE)).toBe(socket.SOCK_STREAM);
  });

  test("or bytes: SO_LINGER with 0 seconds makes close a reset", () => {
    const [client, server] = connected();
    const linger = Buffer.alloc(8);
    linger.writeInt32LE(1, 0);
    server.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger);
    expect(server.getsockopt(socket.SOL_SOCKET, socket.SO_LINGER, 8)).toEqual(linger);
    server.close();
    caught(ConnectionResetError, () => client.recv(1));
  });
});
