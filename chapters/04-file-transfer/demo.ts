/**
 * The scenes of this chapter: who starts, who says what.
 */
import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Scenes } from "@netnotes/test-harness";

const SAMPLE = path.join(import.meta.dirname, "data/data.txt");

export const scenes = {
  upload: {
    title: "One file is sent; the end of the stream is its end.",
    cast: { server: "server", client: "client" },
    async play({ start, scratch }) {
      const file = path.join(scratch(), "file.txt");
      const server = await start("server", { args: ["--to", file] });
      const client = await start("client", { to: server });
      await client.exits(0);
      await server.says(`received ${readFileSync(SAMPLE).length} bytes: ${file}`);
      await server.exits(0);
      same(file, SAMPLE);
    },
  },

  many: {
    title: "Two clients, one after the other; each file gets a number, and an answer.",
    cast: { server: "multi-server", client: "multi-client" },
    async play({ start, scratch }) {
      const folder = scratch();
      const server = await start("multi-server", { args: ["--to", folder] });
      const empty = path.join(folder, "empty");
      writeFileSync(empty, "");
      for (const [at, file] of [SAMPLE, empty].entries()) {
        const client = await start("multi-client", { to: server, args: [file] });
        await client.says("文件上传成功");
        await client.exits(0);
        await server.says(/^服务器端收到客户端:\('127\.0\.0\.1', \d+\)的文件, 接收成功$/);
        same(path.join(folder, `文件_${at + 1}.txt`), file);
      }
    },
  },

  checked: {
    title: "A file with its length, its name and its digest; the answer is worth something.",
    cast: { server: "checked-server", client: "checked-client" },
    async play({ start, scratch }) {
      const [here, there] = [scratch(), scratch()];
      const file = path.join(here, "三 百 KB.bin");
      writeFileSync(file, randomBytes(300_000));
      const server = await start("checked-server", { args: ["--to", there] });
      const client = await start("checked-client", { to: server, args: [file] });
      await client.says("文件上传成功");
      await client.exits(0);
      await server.says(/^服务器端收到客户端:\('127\.0\.0\.1', \d+\)的文件, 接收成功$/);
      same(path.join(there, path.basename(file)), file);
    },
  },
} satisfies Scenes;

/** Byte by byte: the digests are equal. */
function same(received: string, sent: string): void {
  const [one, other] = [received, sent].map((file) =>
    createHash("sha256").update(readFileSync(file)).digest("hex"),
  );
  assert.equal(one, other, `${received} is not what was sent`);
}
