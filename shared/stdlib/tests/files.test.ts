/** Sockets as files. */
import { describe, expect, test } from "vitest";
import {
  b,
  BlockingIOError,
  OSError,
  TimeoutError,
  UnicodeDecodeError,
  ValueError,
} from "../src/builtins.ts";
import { makefile } from "../src/socket/makefile.ts";
import { caught } from "./caught.ts";
import { pair } from "./pairs.ts";

describe("a file of bytes", () => {
  test("reads lines, sizes and the rest", () => {
    const [a, z] = pair();
    const file = z.makefile("rb");
    a.sendall(b`GET / HTTP/1.1\r\nHost: x\r\n\r\nbody and more`);
    expect(file.readline()).toEqual(b`GET / HTTP/1.1\r\n`);
    expect(file.readline(4)).toEqual(b`Host`);
    expect(file.readline()).toEqual(b`: x\r\n`);
    expect(file.readline()).toEqual(b`\r\n`);
    expect(file.read(4)).toEqual(b`body`);
    a.close();
    expect(file.read()).toEqual(b` and more`);
    expect([file.read(), file.readline()]).toEqual([b``, b``]);
    file.close();
  });

  test("waits for all of what it was asked for, read1 for what there is", () => {
    const [a, z] = pair();
    const file = z.makefile("rb");
    a.sendall(b`some`);
    expect(file.read1(100)).toEqual(b`some`);
    a.sendall(b`end`);
    a.close();
    const buffer = Buffer.from("......");
    expect(file.readinto(buffer)).toBe(3);
    expect(buffer.toString()).toBe("end...");
  });

  test("can be walked by its lines, the last one without an end", () => {
    const [a, z] = pair();
    a.sendall(b`one\ntwo\nthree`);
    a.close();
    expect([...z.makefile("rb")]).toEqual([b`one\n`, b`two\n`, b`three`]);
  });

  test("gathers what is written until flush, close or more than there is room for", () => {
    const [a, z] = pair();
    z.setblocking(false);
    const file = a.makefile("wb");
    file.write(b`later`);
    expect(() => z.recv(9)).toThrow("EAGAIN");
    file.flush();
    expect(z.recv(9)).toEqual(b`later`);
    file.write(Buffer.alloc(9000, 1));
    expect(z.recv(9999).length).toBe(9000);
    file.write(b`last`);
    file.close();
    expect(z.recv(9)).toEqual(b`last`);
  });

  test("keeps its own copy of what it gathers", () => {
    const [a, z] = pair();
    using file = a.makefile("wb");
    const data = Buffer.from("first");
    file.write(data);
    data.fill("x");
    file.flush();
    expect(z.recv(9)).toEqual(b`first`);
  });

  test("sends at once without a buffer", () => {
    const [a, z] = pair();
    using file = a.makefile("wb", { buffering: 0 });
    file.write(b`now`);
    expect(z.recv(9)).toEqual(b`now`);
  });

  test("reads nothing ahead without a buffer", () => {
    const [a, z] = pair();
    a.settimeout(5); // for a file that waits for more than has come
    using file = a.makefile("rwb", { buffering: 0 });
    z.sendall(b`abc`);
    expect(file.read(10)).toEqual(b`abc`);
    z.sendall(b`one\ntwo`);
    expect(file.readline()).toEqual(b`one\n`);
    expect(a.recv(10)).toEqual(b`two`);
    z.sendall(b`x`);
    expect(file.readinto(Buffer.alloc(5))).toBe(1);
  });

  test("without a buffer loses nothing of a line that has not come yet", () => {
    const [a, z] = pair();
    a.setblocking(false);
    using file = a.makefile("rb", { buffering: 0 });
    z.sendall(b`hal`);
    caught(BlockingIOError, () => file.readline());
    z.sendall(b`f\n`);
    expect(file.readline()).toEqual(b`half\n`);
  });

  test("keeps the socket open until it is closed itself", () => {
    const [a, z] = pair();
    const file = a.makefile("rwb");
    a.close();
    z.sendall(b`still here?\n`);
    expect(file.readline()).toEqual(b`still here?\n`);
    file.write(b`yes`);
    file.close();
    file.close();
    expect([z.recv(9), z.recv(9)]).toEqual([b`yes`, b``]);
    expect(a.fileno()).toBe(-1);
  });

  test("refuses the direction it was not opened for, and everything once closed", () => {
    const [a] = pair();
    expect(caught(OSError, () => a.makefile("wb").read(1)).name).toBe("UnsupportedOperation");
    expect(caught(OSError, () => a.makefile("rb").write(b`x`)).name).toBe("UnsupportedOperation");
    const file = a.makefile("rb");
    file.close();
    expect(caught(ValueError, () => file.read(1)).message).toBe("read of closed file");
  });

  test("cannot go on after a timeout, as in CPython", () => {
    const [a, z] = pair();
    a.settimeout(0.01);
    const file = a.makefile("rb");
    caught(TimeoutError, () => file.read(1));
    z.sendall(b`x`);
    const error = caught(OSError, () => file.read(1));
    expect(error.message).toBe("cannot read from timed out object");
  });
});

describe("a file of text", () => {
  test("decodes characters that were split, and any line end", () => {
    const [a, z] = pair();
    const file = z.makefile();
    const bytes = Buffer.from("你好\r\n再见\rend\n");
    a.sendall(bytes.subarray(0, 4));
    a.sendall(bytes.subarray(4, 7));
    expect(file.read(1)).toBe("你");
    a.sendall(bytes.subarray(7));
    a.close();
    expect([...file]).toEqual(["好\n", "再见\n", "end\n"]);
  });

  test("leaves line ends alone when told to", () => {
    const [a, z] = pair();
    a.sendall(b`one\r\ntwo\rthree\nfour\r`);
    a.close();
    expect(z.makefile("r", { newline: "" }).readlines()).toEqual([
      "one\r\n",
      "two\r",
      "three\n",
      "four\r",
    ]);
  });

  test("knows only the line end that it was told", () => {
    const [a, z] = pair();
    a.sendall(b`one\r\ntwo\nthree\r\nfour`);
    a.close();
    const file = z.makefile("r", { newline: "\r\n" });
    expect(file.readlines()).toEqual(["one\r\n", "two\nthree\r\n", "four"]);
  });

  test("encodes what is written, and counts characters", () => {
    const [a, z] = pair();
    using file = a.makefile("w", { encoding: "utf-16-le", newline: "\r\n" });
    expect(file.write("𠮷\n")).toBe(2);
    file.flush();
    expect(z.recv(99)).toEqual(Buffer.from("𠮷\r\n", "utf16le"));
  });

  test("reads all there is, and throws for what it cannot decode", () => {
    const [a, z] = pair();
    a.sendall(b`fine \xff`);
    a.close();
    expect(z.makefile("r", { errors: "replace" }).read()).toBe("fine \ufffd");
    const [c, d] = pair();
    c.sendall(b`\xe4`);
    c.close();
    caught(UnicodeDecodeError, () => d.makefile().read());
  });
});

/** Work that grew with the square of so much would take minutes, which no test is given. */
const MUCH = 32 * 1024 * 1024;

/** A peer that sends so many bytes in pieces, and takes little at a time. */
class Peer {
  received = 0;
  #left = MUCH;

  recv(bufsize: number): Buffer {
    const count = Math.min(bufsize, this.#left);
    this.#left -= count;
    return Buffer.alloc(count, "x");
  }

  send(data: Uint8Array): number {
    const count = Math.min(data.length, 1024);
    this.received += count;
    return count;
  }

  hold(): void {}
  release(): void {}
}

describe("much at once takes a time that grows with it, not with its square:", () => {
  test.each<[string, () => { length: number }]>([
    ["bytes", () => makefile(new Peer(), "rb").read()],
    ["so many bytes", () => makefile(new Peer(), "rb").read(MUCH)],
    ["a line of bytes", () => makefile(new Peer(), "rb").readline()],
    ["text", () => makefile(new Peer(), "r").read()],
    ["so much text", () => makefile(new Peer(), "r").read(MUCH)],
    ["a line of text", () => makefile(new Peer(), "r").readline()],
    ["a line of text with any end", () => makefile(new Peer(), "r", { newline: "" }).readline()],
  ])("reading %s", (_, read) => {
    expect(read().length).toBe(MUCH);
  });

  test("writing", () => {
    const peer = new Peer();
    makefile(peer, "wb").write(Buffer.alloc(MUCH));
    expect(peer.received).toBe(MUCH);
  });
});
