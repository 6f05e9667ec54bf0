/**
 * What the notes' log loses: the bounds of messages, characters, and at a restart everything.
 *
 * They end each read with a newline, open the file with "w+b", and set nothing by getsockopt. See
 * also open(2), fsync(2).
 *
 *     pnpm chapter 08 proof log
 */
import fs from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { shows } from "@netnotes/course/proof";
import { b, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";
import { Lines } from "../literal/lines.ts";

/** What a server reads when its client sends these, each before the server looks again. */
function reads(...rounds: Uint8Array[][]): Buffer[] {
  const listener = socket.create_server(["127.0.0.1", 0]);
  const client = socket.create_connection(listener.getsockname());
  const [conn] = listener.accept();
  const read = rounds.map((messages) => {
    for (const message of messages) client.sendall(message);
    return conn.recv(4096);
  });
  for (const s of [client, conn, listener]) s.close();
  return read;
}

/** What the notes write. */
function asNotes(read: readonly Buffer[]): string[] {
  const written = Buffer.concat(read.flatMap((data) => [data, b`\n`]));
  return codecs.decode(written, "utf-8", "replace").split("\n").slice(0, -1);
}

/** What our servers write. */
function asLines(read: readonly Buffer[]): string[] {
  const lines = new Lines();
  return read.flatMap((data) => lines.feed(data, false)).map((line) => line.toString("utf-8"));
}

function messages(): void {
  const two = reads([codecs.encode("你好"), codecs.encode("再见")]);
  shows("two messages, sent before the server looks: lines", asNotes(two), ["你好再见"]);
  const ended = reads([codecs.encode("你好\n"), codecs.encode("再见\n")]);
  shows("  with newlines", asLines(ended), ["你好", "再见"]);

  const [first, second] = [
    codecs.encode("你好").subarray(0, 2),
    codecs.encode("你好\n").subarray(2),
  ];
  const split = reads([first], [second.subarray(0, -1)]);
  shows("one message that comes in two reads: lines", asNotes(split), ["\uFFFD", "\uFFFD好"]);
  const announced = reads([b`\n`, first], [second]);
  shows("  with newlines, known of from the first byte", asLines(announced), ["你好"]);
  const unknown = reads([first], [second]);
  shows("  with newlines, of which nothing is known yet", asLines(unknown), ["\uFFFD", "\uFFFD好"]);
}

function restart(folder: string): void {
  for (const [flags, left] of [
    ["w+", "second run\n"],
    ["a", "first run\nsecond run\n"],
  ] as const) {
    const file = path.join(folder, flags);
    for (const line of ["first run\n", "second run\n"]) {
      const fd = fs.openSync(file, flags);
      fs.appendFileSync(fd, line);
      fs.closeSync(fd);
    }
    const content = fs.readFileSync(file, "utf8");
    shows(
      `a log opened twice with "${flags}" holds`,
      JSON.stringify(content),
      JSON.stringify(left),
    );
  }
}

function option(): void {
  const { SOL_SOCKET, SO_REUSEADDR } = socket;
  const s = socket.socket();
  s.getsockopt(SOL_SOCKET, SO_REUSEADDR, 1);
  shows(
    "getsockopt(SOL_SOCKET, SO_REUSEADDR, 1) sets it to",
    s.getsockopt(SOL_SOCKET, SO_REUSEADDR),
    0,
  );
  s.close();
}

export function main(): void {
  messages();
  const folder = fs.mkdtempSync(path.join(tmpdir(), "netnotes-log-"));
  try {
    restart(folder);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
  option();
}

run(main);
