import { describe, expect, test } from "vitest";
import * as codecs from "@netnotes/stdlib/codecs";
import { chapter, dial, listen, testChapter } from "@netnotes/test-harness";
import { scenes } from "../demo.ts";

const { start, ways } = chapter("06-encoding");

testChapter("06-encoding", scenes);

describe.each(ways("server"))("the %s server", (way) => {
  test("keeps a character whole that comes in pieces, of two bytes or of four", async () => {
    const server = await start("server", { way, args: ["--encoding", "gb18030"] });
    const client = await dial(server);
    for (const [piece, text] of [
      ["d6", ""],
      ["d0 95", "中"],
      ["34 b2", ""],
      ["35 61", "𠮷a"],
    ] as const) {
      await client.send(Buffer.from(piece.replace(" ", ""), "hex"));
      await server.says(`${piece} in gb18030: "${text}"`);
    }
  });

  test("shows half a character that is never completed", async () => {
    const server = await start("server", { way });
    const client = await dial(server);
    await client.send(Buffer.from("中").subarray(0, 2));
    await server.says('e4 b8 in utf-8: ""');
    client.end();
    await server.says('the end in utf-8: "\uFFFD"');
    await client.expectEnd();
  });

  test("goes on after a client that resets, and keeps nothing of it", async () => {
    const server = await start("server", { way });
    const angry = await dial(server);
    await angry.send(Buffer.from("中").subarray(0, 2));
    await server.says('e4 b8 in utf-8: ""');
    angry.reset();
    await server.says(/^lost \('127\.0\.0\.1', \d+\) ECONNRESET$/);
    const polite = await dial(server);
    await polite.send(Buffer.from([0xad, 0xff, 0x41]));
    await server.says('ad ff 41 in utf-8: "\uFFFD\uFFFDA"');
  });
});

describe.each(ways("client"))("the %s client", (way) => {
  test.each([
    ["gb18030", "c4e3bac3616231a3a1"],
    ["big5", "a741a66e616231a149"],
    ["utf-16le", "604f7d5961006200310001ff"],
  ])("writes %s, and does not wait for an answer", async (encoding, bytes) => {
    const server = await listen();
    const args = ["--encoding", encoding, "你好ab1！"];
    const client = await start("client", { way, to: server, args });
    const peer = await server.accept();
    await peer.expect(Buffer.from(bytes, "hex"));
    await peer.expectEnd();
    await client.says(/^"你好ab1！" in /);
    await client.exits(0);
  });

  test("sends nothing of a text that the encoding lacks, and says so", async () => {
    const client = await start("client", { way, args: ["--encoding", "gbk", "a𠮷"] });
    await client.warns(/gbk.* can't encode/);
    await client.exits(1);
  });

  test("says which encodings there are", async () => {
    const client = await start("client", { way, args: ["--encoding", "klingon"] });
    const { status, stdout, stderr } = await client.ended();
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("utf-16le");
  });
});

test("Node reads what Python refuses, and takes a mark off what Python keeps", () => {
  const byteOfEuro = Buffer.of(0x80);
  expect(new TextDecoder("gbk", { fatal: true }).decode(byteOfEuro)).toBe("€");
  expect(() => codecs.decode(byteOfEuro, "gbk")).toThrow("can't decode");
  const marked = codecs.encode("\ufeffOK");
  expect(new TextDecoder().decode(marked)).toBe("OK");
  expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(marked)).toBe("\ufeffOK");
  expect(codecs.decode(marked)).toBe("\ufeffOK");
  expect(new TextDecoder("latin1").encoding).toBe("windows-1252");
});
