import { createHash } from "node:crypto";
import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "vitest";
import { chapter, inTurn, listen, scratch } from "@netnotes/test-harness";

const { start, ways } = chapter("04-file-transfer");

describe.each(inTurn(ways("checked-client"), 2))("the %s checked-client", (way) => {
  test("sends length, name, bytes and digest", async () => {
    const file = join(scratch(), "名 字.txt");
    writeFileSync(file, "some text");
    const server = await listen();
    const client = await start("checked-client", { way, to: server, args: [file] });
    const peer = await server.accept();
    const digest = createHash("sha256").update("some text").digest("hex");
    await peer.expect(`9 名 字.txt\nsome text${digest}\n`);
    await peer.expectEnd();
    peer.end();
    await client.warns("no answer: nobody knows what became of the file");
    await client.exits(1);
  });

  test("does not know what a server did that resets instead of an answer", async () => {
    const server = await listen();
    const client = await start("checked-client", { way, to: server });
    const peer = await server.accept();
    await peer.expect(/\n[0-9a-f]{64}\n$/);
    await peer.expectEnd();
    peer.reset();
    await client.warns("no answer: nobody knows what became of the file");
    await client.exits(1);
  });

  test("needs no more than the line of the answer", async () => {
    const server = await listen();
    const client = await start("checked-client", { way, to: server });
    const peer = await server.accept();
    await peer.expect(/\n[0-9a-f]{64}\n$/);
    await peer.send("文件上传成功\nand more");
    await client.says("文件上传成功");
    await client.exits(0);
  });

  test("keeps a server's control characters from the terminal", async () => {
    const server = await listen();
    const client = await start("checked-client", { way, to: server });
    const peer = await server.accept();
    await peer.send("no\x1b[2J, \x07\u009b\n");
    peer.end();
    await client.warns("no\uFFFD[2J, \uFFFD\uFFFD");
    await client.exits(1);
  });

  test("stops when it is told that it is no use", async () => {
    const server = await listen();
    const file = join(scratch(), "sparse");
    writeFileSync(file, "");
    truncateSync(file, 2 ** 30);
    const client = await start("checked-client", { way, to: server, args: [file] });
    const peer = await server.accept({ ahead: 0 });
    await peer.expect(`${2 ** 30} sparse\n`.slice(0, 4));
    await peer.send("文件上传失败: ENOSPC\n");
    peer.end();
    await client.warns("文件上传失败: ENOSPC");
    await client.exits(1);
  });
});
