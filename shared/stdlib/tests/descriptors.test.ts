/** Descriptors: none is left over, none is inherited. */
import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { b, OSError } from "../src/builtins.ts";
import * as socket from "../src/socket.ts";
import { caught } from "./caught.ts";
import { closing, connected, listening, pair } from "./pairs.ts";

const open = (): number => readdirSync("/dev/fd").length;

/** Everything that opens descriptors, and everything that fails after opening one. */
function everything(): void {
  const listener = socket.create_server(["127.0.0.1", 0]);
  const client = socket.create_connection(listener.getsockname());
  const [server] = listener.accept();
  const copy = server.dup();
  const file = client.makefile("rwb");
  client.close();
  file.write(b`x`);
  file.close();
  copy.recv(1);
  caught(OSError, () => socket.create_server(listener.getsockname()));
  for (const each of [copy, server, listener, ...socket.socketpair()]) each.close();
  caught(OSError, () => socket.create_connection(["127.0.0.1", 1]));
  caught(OSError, () => socket.create_server(["192.0.2.1", 0]));
  socket.socket(-1, -1, -1, socket.socket().detach()).close();
  socket.getaddrinfo("localhost", 80);
}

test("300 rounds of everything leave as many open as before", () => {
  everything();
  const before = open();
  for (let i = 0; i < 300; i++) everything();
  expect(open()).toBe(before);
});

test("sockets are not inherited, however they are made", () => {
  const listener = listening();
  const [client, server] = connected();
  const made = [listener, client, server, ...pair(), closing(server.dup())];
  expect(made.map((each) => each.get_inheritable())).toEqual(made.map(() => false));
  const fds = made.map((each) => each.fileno());
  const inherited = (): string[] => {
    const shell = `for fd in ${fds.join(" ")}; do [ -e /dev/fd/$fd ] && echo $fd; done; true`;
    const { stdout } = spawnSync("sh", ["-c", shell], { encoding: "utf8" });
    return stdout.split("\n").filter((text) => text !== "");
  };
  expect(inherited()).toEqual([]);
  server.set_inheritable(true);
  expect(server.get_inheritable()).toBe(true);
  server.set_inheritable(false);
  expect(server.get_inheritable()).toBe(false);
});

test("a closed descriptor's number is not touched again", () => {
  const [a] = pair();
  const fd = a.fileno();
  a.close();
  const [next] = pair();
  expect(next.fileno()).toBe(fd);
  a.close();
  expect(caught(OSError, () => a.recv(1)).code).toBe("EBADF");
  expect(next.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE)).toBe(socket.SOCK_STREAM);
});
