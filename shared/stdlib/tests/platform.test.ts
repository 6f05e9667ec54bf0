/** The numbers of this platform, and the refusal of others. */
import { expect, test } from "vitest";
import { constants } from "../src/libc/constants.ts";
import { supported } from "../src/libc/platform.ts";
import { linux } from "../src/libc/tables/linux.ts";
import { macos } from "../src/libc/tables/macos.ts";
import * as socket from "../src/socket.ts";
import { caught } from "./caught.ts";
import { answers, testWithPython } from "./python.ts";

testWithPython("every constant is Python's", () => {
  const names = Object.keys(socket).filter((name) => /^[A-Z_\d]+$/.test(name));
  expect(names.length).toBeGreaterThan(100);
  const here = names.map((name) => {
    const value: unknown = socket[name as keyof typeof socket];
    return `${name} ${Number.isNaN(value) ? "None" : String(value)}`;
  });
  // macOS has the option under another name; see its table.
  const idle = "getattr(socket, 'TCP_KEEPIDLE', getattr(socket, 'TCP_KEEPALIVE', None))";
  const there = answers(
    names.map((name) =>
      name === "TCP_KEEPIDLE" ? idle : `getattr(socket, ${JSON.stringify(name)}, None)`,
    ),
  );
  const numbers = there.map((text, i) => `${names[i]} ${/(\d+)>$/.exec(text)?.[1] ?? text}`);
  const negative = (text: string, i: number): string =>
    /: -(\d+)>$/.test(there[i] ?? "") ? text.replace(" ", " -") : text;
  const known = numbers
    .map(negative)
    .map((text, i) => (text.endsWith(" None") ? `${names[i]} None` : text));
  expect(here).toEqual(known);
});

test("the tables have the same names", () => {
  expect(Object.keys(macos).toSorted()).toEqual(Object.keys(linux).toSorted());
  expect(constants).toBe(process.platform === "darwin" ? macos : linux);
});

test("a constant that a platform lacks is refused where it is used", () => {
  using s = socket.socket();
  const message = "not a number: perhaps a constant that this platform does not have";
  expect(caught(TypeError, () => s.getsockopt(socket.SOL_SOCKET, NaN)).message).toBe(message);
  expect(caught(TypeError, () => s.recv(1, NaN)).message).toBe(message);
});

test("Linux and macOS are known, on x64 and arm64", () => {
  expect(supported("linux", "x64")).toBe("linux");
  expect(supported("linux", "arm64")).toBe("linux");
  expect(supported("darwin", "x64")).toBe("darwin");
  expect(supported("darwin", "arm64")).toBe("darwin");
});

test("elsewhere the error says what to do", () => {
  expect(() => supported("win32", "x64")).toThrow(/Windows .* WSL, or run the node way \(--node\)/);
  expect(() => supported("linux", "riscv64")).toThrow(/not of linux on riscv64: run the node way/);
  expect(() => supported("freebsd", "x64")).toThrow(/not of freebsd on x64: run the node way/);
});
