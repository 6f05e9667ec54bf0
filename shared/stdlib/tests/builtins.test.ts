/** b, repr, and what becomes of a program's errors. (What CPython has too is in cases/.) */
import assert from "node:assert";
import { describe, expect, onTestFinished, test } from "vitest";
import { endingFor } from "../src/builtins/run.ts";
import * as builtins from "../src/builtins.ts";
import * as codecs from "../src/codecs.ts";
import * as socket from "../src/socket.ts";
import { caught } from "./caught.ts";
import { closing, pair } from "./pairs.ts";

const { b, print, printWith, repr, str } = builtins;

describe("b", () => {
  test("gives a buffer of its own each time", () => {
    const literal = (): Buffer => b`Welcome!\r\n`;
    literal().fill(0);
    expect(literal().toString()).toBe("Welcome!\r\n");
  });

  test("refuses what Python's literal refuses", () => {
    const message = "bytes can only contain ASCII literal characters";
    expect(caught(SyntaxError, () => b`中`).message).toBe(message);
    caught(SyntaxError, () => b`\x4`);
  });

  test("takes the two escapes that template literals need", () => {
    expect(b`\`\${x}`.toString()).toBe("`${x}");
  });
});

describe("repr and str", () => {
  test("write an error by its class and words, str by its words alone", () => {
    expect(repr(new builtins.ValueError("wrong"))).toBe("ValueError('wrong')");
    expect(str(new builtins.ValueError("wrong"))).toBe("wrong");
  });

  test("write other objects by their own text, or as Node shows them", () => {
    expect(str(new URL("http://a/"))).toBe("http://a/");
    expect(str({ a: 1 })).toBe("{ a: 1 }");
    expect(str(new Uint8Array([97]))).toBe("b'a'");
  });
});

test("printWith writes to a file, with other ends", () => {
  const [a, z] = pair();
  using file = a.makefile("w");
  printWith({ sep: "-", end: "!", file }, 1, "two", ["three"]);
  file.flush();
  expect(z.recv(99)).toEqual(b`1-two-('three',)!`);
});

test("print refuses half a character", () => {
  caught(builtins.UnicodeEncodeError, () => print("\ud800"));
});

describe("the ending of a program", () => {
  const ending = (call: () => unknown) => endingFor(caught(Error, call));

  test("is the error and what to do, where we know something", () => {
    const server = closing(socket.create_server(["127.0.0.1", 0]));
    const [, port] = server.getsockname();
    expect(ending(() => socket.create_server(["127.0.0.1", port]))).toEqual({
      line:
        `bind: EADDRINUSE address already in use 127.0.0.1:${port} (another program has it, or an old ` +
        "connection still waits on it: choose another with --port (--port 0 takes any free one); chapter 07 says more)",
      status: 1,
    });
  });

  test("is about the path, or its folder, where that is what is wrong", () => {
    const bind = (): unknown => closing(socket.socket(socket.AF_UNIX)).bind("/nowhere/at/all");
    expect(ending(bind)?.line).toMatch(
      /^bind: ENOENT .* \/nowhere\/at\/all \(its folder .* --path\)$/,
    );
    const tooLong = `/${"x".repeat(200)}`;
    const connect = (): unknown => closing(socket.socket(socket.AF_UNIX)).connect(tooLong);
    expect(ending(connect)?.line).toBe(`connect: AF_UNIX path too long ${tooLong}`);
    const to = (address: string, syscall = "bind") =>
      endingFor(new builtins.OSError("", { code: "EACCES", syscall, address }))?.line;
    expect(to("/root/here")).toMatch(/^ \(its folder .* --path\)$/);
    expect(to("/root/here", "connect")).toBe(to("/root/here"));
    expect(to("127.0.0.1:80")).toMatch(/^ \(ports below 1024 .* --port\)$/);
    expect(to("255.255.255.255:9", "sendto")).toBe(" (sending to everybody needs SO_BROADCAST)");
  });

  test("names the command that starts the server", () => {
    const refused = (): unknown => socket.create_connection(["127.0.0.1", 1]);
    const before = process.env["NETNOTES_SERVER"];
    onTestFinished(() => {
      if (before === undefined) delete process.env["NETNOTES_SERVER"];
      else process.env["NETNOTES_SERVER"] = before;
    });
    delete process.env["NETNOTES_SERVER"];
    expect(ending(refused)?.line).toContain("start its server first");
    process.env["NETNOTES_SERVER"] = "pnpm chapter 01 server";
    expect(ending(refused)?.line).toContain("start pnpm chapter 01 server first");
  });

  test("is 2 for a wrong argument, 1 for what the peer or the end of input did", () => {
    expect(ending(() => socket.socket().bind(["127.0.0.1", 70000]))).toEqual({
      line: "--port must be 0-65535",
      status: 2,
    });
    expect(ending(() => codecs.encode("x", "no-such"))).toEqual({
      line: "unknown encoding: no-such",
      status: 2,
    });
    expect(ending(() => codecs.decode(b`\xe4`))).toEqual({
      line: "'utf-8' codec can't decode byte 0xe4 in position 0: unexpected end of data",
      status: 1,
    });
    const [a] = pair();
    a.settimeout(0.001);
    expect(ending(() => a.recv(1))).toEqual({ line: "timed out", status: 1 });
  });

  test("is the claim of a proof that does not hold, in one line", () => {
    expect(ending(() => assert.equal(5, 6, "five is six"))).toEqual({
      line: "claim failed: five is six",
      status: 1,
    });
    expect(ending(() => assert.strictEqual(5, 6))?.line).toMatch(/^claim failed: [^\n]*5[^\n]*6$/);
  });

  test("is left alone for a fault in the program", () => {
    expect(ending(() => socket.socket().bind([1] as never))).toBe(undefined);
    expect(endingFor(new RangeError("x"))).toBe(undefined);
  });
});
