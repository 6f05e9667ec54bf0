import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import * as socket from "@netnotes/stdlib/socket";
import { chapter, dial, inTurn, scratch, THOROUGH } from "@netnotes/test-harness";

const { start, ways } = chapter("04-file-transfer");

const onLinux = process.platform === "linux";
if (!onLinux) console.warn("a full disk is skipped: it needs prlimit(1)");

const digest = (bytes: string | Buffer) => createHash("sha256").update(bytes).digest("hex");

/** A whole upload, as a client that does everything right would send it. */
function upload(name: string, content: string): string {
  return `${Buffer.byteLength(content)} ${name}\n${content}${digest(content)}\n`;
}

/** A file of a GiB that takes no room. */
function sparse(folder: string): string {
  const file = join(folder, "sparse");
  writeFileSync(file, "");
  truncateSync(file, 2 ** 30);
  return file;
}

/** How many bytes of the upload have come when something is killed. */
const MOMENTS = THOROUGH ? [1, 2 ** 26, 2 ** 28] : [1];

/** Waits until a server has that much of an upload. */
async function until(folder: string, bytes: number): Promise<void> {
  const enough = () => {
    const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
    expect(Math.max(0, ...sizes)).toBeGreaterThanOrEqual(bytes);
  };
  await vi.waitFor(enough, { timeout: 20_000, interval: 5 });
}

const FAILED: readonly [what: string, sent: string, reason: string][] = [
  ["a name that leads out", upload("../x", "text"), "no name for a file"],
  ["a path", upload("/tmp/x", "text"), "no name for a file"],
  ["a hidden file", upload(".bashrc", "text"), "no name for a file"],
  ["the folder itself", upload(".", "text"), "no name for a file"],
  ["a file on its way", upload("1-1.part", "text"), "no name for a file"],
  ["a file on its way, and a line above it", upload("x\u2028y.part", "text"), "no name for a file"],
  ["a name that clears screens", upload("\x1b[2J", "text"), "no name for a file"],
  ["too long a name", upload("文".repeat(86), "text"), "no name for a file"],
  ["no name", upload("", "text"), "no header"],
  ["no number", upload("x", "text").replace("4", "four"), "no header"],
  ["a number below nothing", upload("x", "text").replace("4", "-4"), "no header"],
  ["another protocol", "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", "no header"],
  ["nothing at all", "", "no header"],
  ["less than was said", "10 x\nhalf", "6 bytes are missing"],
  ["more than was said", upload("x", "text").replace("4 x", "3 x"), "the digest differs"],
  ["half a digest", upload("x", "text").slice(0, -20), "the digest differs"],
  ["another text than was meant", upload("x", "text").replace("\nt", "\nT"), "the digest differs"],
];

describe.each(inTurn(ways("checked-server"), 1))("the %s checked-server", (way) => {
  test("answers what is wrong, keeps nothing of it, and takes what is right", async () => {
    const folder = scratch();
    const args = ["--to", folder, "--timeout", "1"];
    const server = await start("checked-server", { way, args });
    for (const [what, sent, reason] of FAILED) {
      const client = await dial(server, { name: what });
      await client.send(sent);
      client.end();
      await client.expect(`文件上传失败: ${reason}\n`);
      await client.expectEnd();
      await server.says(new RegExp(`^lost \\('127\\.0\\.0\\.1', \\d+\\) ${reason}$`));
    }
    const silent = await dial(server);
    await silent.send("10 x\nhalf");
    await server.says(/^lost \('127\.0\.0\.1', \d+\) timed out$/);
    silent.end();
    await silent.expectOver();
    const angry = await dial(server);
    await angry.send(`200000 x\n${"half".repeat(25_000)}`);
    await until(folder, 100_000);
    angry.reset();
    await server.says(/^lost \('127\.0\.0\.1', \d+\) ECONNRESET$/);
    expect(readdirSync(folder)).toEqual([]);
    for (const [name, content] of [
      ["空.txt", ""],
      ["文".repeat(85), "a name of 255 bytes"],
      ["空.txt", "no more"],
    ] as const) {
      const client = await dial(server);
      for (const byte of Buffer.from(upload(name, content))) await client.send(Buffer.of(byte));
      client.end();
      await client.expect("文件上传成功\n");
      await client.expectEnd();
      await server.says(/接收成功$/);
      expect(readFileSync(join(folder, name), "utf8")).toBe(content);
    }
    expect(readdirSync(folder)).toHaveLength(2);
  });

  test.skipIf(!onLinux)("tells of a full disk while the file still comes", async () => {
    const folder = scratch();
    const server = await start("checked-server", { way, args: ["--to", folder] });
    execFileSync("prlimit", ["--pid", String(server.pid), "--fsize=50000"]);
    // by hand, because Node takes a reset right behind the answer for an end
    const client = socket.create_connection(["127.0.0.1", server.address.port ?? 0]);
    onTestFinished(() => client.close());
    client.settimeout(10);
    client.sendall(Buffer.from("10000000 large\n"));
    client.sendall(Buffer.alloc(1_000_000));
    expect(client.recv(1024).toString()).toBe("文件上传失败: EFBIG\n");
    client.sendall(Buffer.alloc(9_000_000));
    client.shutdown(socket.SHUT_WR);
    expect(client.recv(1024)).toHaveLength(0);
    await server.says(/^lost \('127\.0\.0\.1', \d+\) EFBIG$/);
    const small = await dial(server);
    await small.send(upload("small", "text"));
    await small.expect("文件上传成功\n");
    expect(readdirSync(folder)).toEqual(["small"]);
  });

  test.each(MOMENTS)(
    "leaves a file whole or absent when a side is killed at %i",
    async (moment) => {
      const folder = scratch();
      const file = sparse(scratch());
      const server = await start("checked-server", { way, args: ["--to", folder] });
      const first = await start("checked-client", { way, to: server, args: [file] });
      await until(folder, moment);
      first.signal("SIGKILL");
      await first.exits({ signal: "SIGKILL" });
      await server.says(/^lost \('127\.0\.0\.1', \d+\) (\d+ bytes are missing|ECONNRESET)$/);
      expect(readdirSync(folder)).toEqual([]);

      const second = await start("checked-client", { way, to: server, args: [file] });
      await until(folder, moment);
      server.signal("SIGKILL");
      await server.exits({ signal: "SIGKILL" });
      await second.warns("no answer: nobody knows what became of the file");
      await second.exits(1);
      expect(existsSync(join(folder, "sparse"))).toBe(false);
    },
  );
});
