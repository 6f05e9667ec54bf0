/** The ways to make a socket, and to hand one on. */
import { describe, expect, test } from "vitest";
import { b, OSError } from "../src/builtins.ts";
import * as socket from "../src/socket.ts";
import { caught } from "./caught.ts";
import { onLinux } from "./on-linux.ts";
import { closing, connected, listening, pair } from "./pairs.ts";

/** An address of this host beside the first; macOS has only the first unless told. */
const SECOND = process.platform === "linux" ? "127.0.0.2" : "127.0.0.1";

describe("making sockets", () => {
  test("create_server listens with SO_REUSEADDR, and closes what it cannot bind", () => {
    const server = listening();
    expect(server.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR)).toBe(1);
    expect(server.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN)).toBe(1);
    caught(OSError, () => socket.create_server(server.getsockname()));
  });

  onLinux("the queue's length is asked by TCP_INFO")("listen counts less than 0 as 0", () => {
    const queue = (backlog?: number): number => {
      const server = closing(socket.socket());
      server.bind(["127.0.0.1", 0]);
      server.listen(backlog);
      // For a listening socket tcpi_sacked is the length of its queue (tcp_get_info in the kernel).
      return server.getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 104).readUInt32LE(28);
    };
    expect([queue(-1), queue(0), queue(5), queue()]).toEqual([0, 0, 5, 128]);
  });

  test("create_server shares its port when told to", () => {
    const first = closing(socket.create_server(["127.0.0.1", 0], { reuse_port: true }));
    const second = closing(socket.create_server(first.getsockname(), { reuse_port: true }));
    expect(second.getsockname()).toEqual(first.getsockname());
  });

  test("create_server speaks both families when told to", () => {
    const options = { family: socket.AF_INET6, dualstack_ipv6: true };
    const server = closing(socket.create_server(["::", 0], options));
    const [, port] = server.getsockname();
    closing(socket.create_connection(["127.0.0.1", port]));
    const [conn, [host]] = server.accept();
    closing(conn);
    expect(host).toBe("::ffff:127.0.0.1");
  });

  test("create_connection takes a timeout and an address to come from", () => {
    const server = listening();
    const client = closing(socket.create_connection(server.getsockname(), 5, [SECOND, 0]));
    expect([client.gettimeout(), client.getsockname()[0]]).toEqual([5, SECOND]);
  });

  test("dup is the same connection, which ends with the last of them", () => {
    const [a, z] = pair();
    const copy = closing(a.dup());
    a.close();
    copy.sendall(b`still open`);
    expect(z.recv(100)).toEqual(b`still open`);
    copy.close();
    expect(z.recv(100)).toEqual(b``);
  });

  test("detach gives the descriptor away, socket(fileno) takes it", () => {
    const [client, server] = connected();
    const fd = client.detach();
    expect([client.fileno(), client.closed]).toEqual([-1, true]);
    const adopted = closing(socket.socket(-1, -1, -1, fd));
    expect([adopted.fileno(), adopted.family, adopted.type]).toEqual([fd, 2, 1]);
    adopted.sendall(b`taken over`);
    expect(server.recv(100)).toEqual(b`taken over`);
  });

  test("fromfd leaves the descriptor to its owner", () => {
    const [a, z] = pair();
    const copy = socket.fromfd(z.fileno(), socket.AF_UNIX, socket.SOCK_STREAM);
    copy.close();
    a.sendall(b`x`);
    expect(z.recv(1)).toEqual(b`x`);
  });

  test("using closes at the end of the block, close again is harmless", () => {
    const [a, z] = pair();
    {
      using leaving = a;
      leaving.sendall(b`bye`);
    }
    a.close();
    expect(a.closed).toBe(true);
    expect([z.recv(9), z.recv(9)]).toEqual([b`bye`, b``]);
  });

  test("shows itself as Python's do", () => {
    const server = listening();
    const [, port] = server.getsockname();
    expect(String(server)).toBe(
      `<socket.socket fd=${server.fileno()}, family=2, type=1, proto=0, laddr=('127.0.0.1', ${port})>`,
    );
    server.close();
    expect(String(server)).toBe("<socket.socket [closed] fd=-1, family=2, type=1, proto=0>");
  });
});
