/** Datagrams: each by itself, or not at all. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { b, ConnectionRefusedError, OSError, ValueError } from "../src/builtins.ts";
import * as socket from "../src/socket.ts";
import { caught } from "./caught.ts";
import { onLinux } from "./on-linux.ts";
import { closing } from "./pairs.ts";

const { AF_INET, AF_INET6, AF_UNIX, MSG_TRUNC, SOCK_DGRAM, SOCK_STREAM } = socket;

function udp(): socket.Socket {
  const made = closing(socket.socket(AF_INET, SOCK_DGRAM));
  made.bind(["127.0.0.1", 0]);
  return made;
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), "netnotes-"));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

describe("UDP", () => {
  test("keeps datagrams apart and says who sent them", () => {
    const [server, client] = [udp(), udp()];
    expect(client.sendto(b`Michael`, server.getsockname())).toBe(7);
    expect(client.sendto(b``, 0, server.getsockname())).toBe(0);
    expect(client.sendto(b`Tracy`, server.getsockname())).toBe(5);
    const from = client.getsockname();
    expect(server.recvfrom(1024)).toEqual([b`Michael`, from]);
    expect(server.recvfrom(1024)).toEqual([b``, from]);
    expect(server.recvfrom(1024)).toEqual([b`Tracy`, from]);
  });

  test("recv(0) takes no datagram away", () => {
    const [server, client] = [udp(), udp()];
    client.sendto(b`whole`, server.getsockname());
    expect(server.recv(0)).toEqual(b``);
    expect(server.recv_into(Buffer.alloc(0))).toBe(0);
    expect(server.recv(99)).toEqual(b`whole`);
  });

  test("a short buffer loses the rest; recvmsg tells, MSG_TRUNC counts", () => {
    const [server, client] = [udp(), udp()];
    for (let i = 0; i < 4; i++) client.sendto(b`0123456789`, server.getsockname());
    expect(server.recv(4)).toEqual(b`0123`);
    const from = client.getsockname();
    expect(server.recvmsg(4)).toEqual([b`0123`, [], MSG_TRUNC, from]);
    const buffer = Buffer.alloc(4);
    expect(server.recv_into(buffer, 0, MSG_TRUNC)).toBe(10);
    expect(server.recvfrom(4, MSG_TRUNC)).toEqual([b`0123`, from]);
  });

  test("receives into a buffer, with the sender", () => {
    const [server, client] = [udp(), udp()];
    client.sendto(b`abc`, server.getsockname());
    const buffer = Buffer.from("......");
    expect(server.recvfrom_into(buffer)).toEqual([3, client.getsockname()]);
    expect(buffer.toString()).toBe("abc...");
  });

  onLinux("macOS allows 9216 bytes unless told")(
    "the largest datagram passes, one byte more is EMSGSIZE",
    () => {
      const [server, client] = [udp(), udp()];
      client.sendto(Buffer.alloc(65_507, 7), server.getsockname());
      expect(server.recv(70_000).equals(Buffer.alloc(65_507, 7))).toBe(true);
      const error = caught(OSError, () =>
        client.sendto(Buffer.alloc(65_508), server.getsockname()),
      );
      expect(error).toMatchObject({ code: "EMSGSIZE", syscall: "sendto" });
    },
  );

  test("host names and wildcards are resolved as CPython does", () => {
    const server = closing(socket.socket(AF_INET, SOCK_DGRAM));
    server.bind(["", 0]);
    const [host, port] = server.getsockname();
    expect(host).toBe("0.0.0.0");
    udp().sendto(b`by name`, ["localhost", port]);
    expect(server.recv(99)).toEqual(b`by name`);
  });

  test("IPv6 addresses have four items, and two are enough to give", () => {
    const server = closing(socket.socket(AF_INET6, SOCK_DGRAM));
    server.bind(["::1", 0]);
    const [, port] = server.getsockname();
    expect(server.getsockname()).toEqual(["::1", port, 0, 0]);
    server.sendto(b`x`, ["::1", port]);
    expect(server.recvfrom(9)).toEqual([b`x`, ["::1", port, 0, 0]]);
  });

  test("a connected socket is refused by a port that nobody has, and says which", () => {
    const [nobody, client] = [udp(), udp()];
    const [host, port] = nobody.getsockname();
    nobody.connect([host, port]); // keeps the port, and hears none but itself
    client.connect([host, port]);
    client.send(b`anybody?`);
    const error = caught(ConnectionRefusedError, () => client.recv(99));
    expect(error.message).toBe(`recv: ECONNREFUSED connection refused ${host}:${port}`);
    expect(error.address).toBe(`${host}:${port}`);
  });

  test("ancillary data is refused, not ignored", () => {
    caught(ValueError, () => udp().recvmsg(1, 100));
  });
});

describe("Unix sockets", () => {
  test("have paths for addresses", () => {
    const path = join(folder(), "server");
    const server = closing(socket.socket(AF_UNIX));
    server.bind(path);
    server.listen();
    const client = closing(socket.socket(AF_UNIX));
    client.connect(path);
    const [conn, address] = server.accept();
    closing(conn);
    expect([server.getsockname(), client.getpeername(), address]).toEqual([path, path, ""]);
    expect(String(server)).toContain(`laddr=${path}>`);
  });

  test("send datagrams, whose sender may have no name", () => {
    const path = join(folder(), "server");
    const server = closing(socket.socket(AF_UNIX, SOCK_DGRAM));
    server.bind(path);
    const client = closing(socket.socket(AF_UNIX, SOCK_DGRAM));
    client.sendto(b`anonymous`, path);
    expect(server.recvfrom(99)).toEqual([b`anonymous`, null]);
    client.bind(`${path}-client`);
    client.sendto(b`named`, path);
    expect(server.recvfrom(99)).toEqual([b`named`, `${path}-client`]);
  });

  test("a path may be as long as there is room for, and not longer", () => {
    const longest = process.platform === "darwin" ? 103 : 107;
    const path = join(folder(), "x".repeat(200)).slice(0, longest);
    const server = closing(socket.socket(AF_UNIX, SOCK_STREAM));
    expect(caught(OSError, () => server.bind(`${path}x`)).message).toBe("AF_UNIX path too long");
    server.bind(path);
    expect(server.getsockname()).toBe(path);
  });

  onLinux("a path may be any bytes")("a path that is not UTF-8 is bytes", () => {
    const path = Buffer.concat([Buffer.from(`${folder()}/`), b`\xff`]);
    const server = closing(socket.socket(AF_UNIX, SOCK_DGRAM));
    server.bind(path);
    expect(server.getsockname()).toEqual(path);
    const client = closing(socket.socket(AF_UNIX, SOCK_DGRAM));
    expect(client.connect_ex(server.getsockname())).toBe(0);
    const error = caught(OSError, () => server.bind(path));
    expect(error.address).toBe(path.toString());
  });

  onLinux("abstract names exist")("abstract names are bytes", () => {
    const server = closing(socket.socket(AF_UNIX, SOCK_DGRAM));
    const name = Buffer.from(`\0netnotes-${process.pid}`);
    server.bind(name);
    expect(server.getsockname()).toEqual(name);
    const client = closing(socket.socket(AF_UNIX, SOCK_DGRAM));
    client.connect(name.toString());
    client.send(b`hello`);
    expect(server.recv(9)).toEqual(b`hello`);
  });
});
