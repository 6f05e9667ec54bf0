import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import {
  chapter,
  dial,
  inTurn,
  listen,
  type Running,
  scratch,
  testChapter,
} from "@netnotes/test-harness";
import { scenes } from "../demo.ts";

const { start, ways } = chapter("04-file-transfer");

testChapter("04-file-transfer", scenes);

const onLinux = process.platform === "linux";
if (!onLinux) console.warn("what happens when there is no room is skipped: it needs prlimit(1)");

/** From now on no file of this program can be larger: as where there is no space left. */
function limitFiles({ pid }: Running, bytes: number): void {
  execFileSync("prlimit", ["--pid", String(pid), `--fsize=${bytes}`]);
}

/**
 * Waits until what a server is receiving has so many bytes. (Node takes a reset right behind them
 * for an end: see the README.)
 */
async function until(folder: string, bytes: number): Promise<void> {
  const enough = () => {
    const parts = readdirSync(folder).filter((name) => name.endsWith(".part"));
    expect(parts.map((name) => statSync(join(folder, name)).size)).toEqual([bytes]);
  };
  await vi.waitFor(enough, { timeout: 10_000, interval: 5 });
}

/** A file that no kernel has buffers for, and that takes no room. */
function sparse(): string {
  const file = join(scratch(), "large");
  writeFileSync(file, "");
  truncateSync(file, 2 ** 28);
  return file;
}

const digest = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

describe.each(ways("server"))("the %s server", (way) => {
  test("keeps nothing of an upload that is reset, and says so in one line", async () => {
    const folder = scratch();
    const server = await start("server", { way, args: ["--to", join(folder, "file.txt")] });
    const client = await dial(server);
    await client.send(Buffer.alloc(100_000));
    await until(folder, 100_000);
    client.reset();
    await server.warns(/^(recv|read): ECONNRESET connection reset by peer/);
    await server.exits(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  test.skipIf(!onLinux)("says in one line that there is no room, and leaves nothing", async () => {
    const folder = scratch();
    const server = await start("server", { way, args: ["--to", join(folder, "file.txt")] });
    limitFiles(server, 50_000);
    const client = await dial(server);
    await client.send(Buffer.alloc(100_000));
    await server.warns(/^(system|write): EFBIG file too large/);
    await server.exits(1);
    await client.expectOver();
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe.each(ways("client"))("the %s client", (way) => {
  test("says in one line that there is no such file, and connects to nobody", async () => {
    const client = await start("client", { way, args: ["没有/数据.txt"] });
    await client.warns(/^(system|open): ENOENT no such file or directory.* 没有\/数据\.txt$/);
    await client.exits(1);
  });

  test("says in one line that the server ended before it did", async () => {
    const server = await listen();
    const client = await start("client", { way, to: server, args: [sparse()] });
    const peer = await server.accept({ ahead: 0 });
    await peer.expect(Buffer.alloc(1));
    peer.end();
    peer.close();
    await client.warns(/^(sendall|send|write|read): (EPIPE|ECONNRESET) /);
    await client.exits(1);
  });
});

describe.each(inTurn(ways("multi-server"), 2))("the %s multi-server", (way) => {
  test("takes fifty uploads at once, and each is whole", async () => {
    const folder = scratch();
    const server = await start("multi-server", { way, args: ["--to", folder] });
    const files = Array.from({ length: 50 }, (_, at) => Buffer.alloc(100_000, `file ${at}, `));
    await Promise.all(
      files.map(async (file) => {
        const client = await dial(server);
        await client.send(file);
        client.end();
        await client.expect("文件上传成功");
        await client.expectEnd();
      }),
    );
    const received = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
    expect(received.map(digest).sort()).toEqual(files.map(digest).sort());
  });

  test("refuses a time that is none before it listens", async () => {
    for (const time of ["-1", "nan"]) {
      const server = start("multi-server", { way, args: [`--timeout=${time}`] });
      await expect(server).rejects.toThrow(
        /--timeout:? must be above 0 and at most 3600 seconds\\n[^]*exit status 2/,
      );
    }
  });

  test("loses what a client breaks, serves the next, and overwrites nothing", async () => {
    const folder = scratch();
    writeFileSync(join(folder, "文件_1.txt"), "an earlier one");
    const args = ["--to", folder, "--timeout", "1"];
    const server = await start("multi-server", { way, args });
    const reset = await dial(server);
    await reset.send(Buffer.alloc(100_000));
    await until(folder, 100_000);
    reset.reset();
    await server.says(/^lost \('127\.0\.0\.1', \d+\) ECONNRESET$/);
    const silent = await dial(server);
    await silent.send("half a file");
    await server.says(/^lost \('127\.0\.0\.1', \d+\) timed out$/);
    await silent.expectOver();
    if (onLinux) {
      limitFiles(server, 50_000);
      const large = await dial(server);
      await large.send(Buffer.alloc(100_000));
      await server.says(/^lost \('127\.0\.0\.1', \d+\) EFBIG$/);
      await large.expectOver();
    }
    const good = await dial(server);
    await good.send("a file");
    good.end();
    await good.expect("文件上传成功");
    await server.says(/接收成功$/);
    const number = onLinux ? 5 : 4;
    expect(readdirSync(folder).sort()).toEqual(["文件_1.txt", `文件_${number}.txt`]);
    expect(readFileSync(join(folder, "文件_1.txt"), "utf8")).toBe("an earlier one");
    expect(readFileSync(join(folder, `文件_${number}.txt`), "utf8")).toBe("a file");
  });
});

describe.each(inTurn(ways("multi-client"), 0))("the %s multi-client", (way) => {
  test("says in one line that the server ended before it did", async () => {
    const server = await listen();
    const args = [sparse()];
    const client = await start("multi-client", { way, to: server, args });
    const peer = await server.accept({ ahead: 0 });
    await peer.expect(Buffer.alloc(1));
    peer.end();
    peer.close();
    await client.warns(/^(sendall|send|write|read): (EPIPE|ECONNRESET) /);
    await client.exits(1);
  });

  test("does not take an end for an acknowledgement", async () => {
    const server = await listen();
    const client = await start("multi-client", { way, to: server });
    const peer = await server.accept();
    await peer.expect(readFileSync(join(import.meta.dirname, "../data/data.txt")));
    await peer.expectEnd();
    peer.end();
    await client.warns("no acknowledgement: ''");
    await client.exits(1);
  });

  test("does not take more than an acknowledgement for one", async () => {
    const server = await listen();
    const client = await start("multi-client", { way, to: server });
    const peer = await server.accept();
    await peer.send("文件上传成功!");
    peer.end();
    await client.warns(/^no acknowledgement: '文件上传成功!'$/);
    await client.exits(1);
  });
});
