import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { chapter, inTurn, listen, scratch, THOROUGH } from "@netnotes/test-harness";

const { start, ways } = chapter("02-http");

const OK = "HTTP/1.1 200 OK\r\n";
const CHUNKED = "Transfer-Encoding: chunked\r\n";

const NO_HTTP = [
  "SSH-2.0-x\r\n",
  "HTTP/1.1 099 OK\r\n\r\n",
  "HTTP/2.0 200 OK\r\n\r\n",
  "\x15\x03\x01\x00\x02\x02\x28",
  "<html>\n",
];

const WRONG: [typed: string, why: RegExp][] = [
  ["--port=abc", /--port.*\n$/],
  ["--port=-1", /--port.*\n$/],
  ["a b", /unrecognized arguments: b\n$/],
  ["--timeout=nan", /--timeout.*\n$/],
];

describe.each(inTurn(ways("client"), 1))("the %s client", (way) => {
  /** A client that has asked a stranger for a page; an older one lies where it shall be saved. */
  async function asking(...args: string[]) {
    const cwd = scratch();
    writeFileSync(join(cwd, "page.html"), "older");
    const server = await listen();
    const client = await start("client", { way, to: server, cwd, args });
    const peer = await server.accept();
    const [request, target] = await peer.expect(/^GET (\S+) HTTP\/1\.1\r\n(?:.+\r\n)*\r\n/);
    const there = `127.0.0.1:${server.address.port}`;
    expect(request).toContain(
      `\r\nHost: ${there}\r\nUser-Agent: netnotes\r\nConnection: close\r\n`,
    );
    const saved = () => readFileSync(join(cwd, "page.html"), "latin1");
    const part = () => readFileSync(join(cwd, "page.html.part"), "latin1");
    return {
      client,
      peer,
      target,
      saved,
      part,
      isPart: () => existsSync(join(cwd, "page.html.part")),
    };
  }

  test("puts chunks together, in whatever pieces they come, and waits for no more", async () => {
    const { client, peer, target, saved, isPart } = await asking("a b/中%20#");
    expect(target).toBe("/a%20b/%E4%B8%AD%20%23");
    const head = `${OK}${CHUNKED}\r\n`;
    const chunks = `5;why=not\r\nhello\r\n00b;x="y z"\r\n, \r\n\r\nworld\r\n0\r\nSum: 0\r\n\r\n`;
    for (const byte of Buffer.from(head + chunks)) await peer.send(Buffer.of(byte));
    await client.says("HTTP/1.1 200 OK");
    await client.says("Transfer-Encoding: chunked");
    await client.says("saved 16 bytes in page.html: the last chunk says that it is all");
    await client.exits(0);
    expect(saved()).toBe("hello, \r\n\r\nworld");
    expect(isPart()).toBe(false);
  });

  test("says where it does not follow, and that nobody knows whether it has all", async () => {
    const { client, peer, saved } = await asking();
    await peer.send("HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n");
    await peer.send("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:9/\r\n\r\nover there");
    peer.end();
    await client.says("HTTP/1.1 302 Found");
    await client.says("Location: http://127.0.0.1:9/");
    await client.says("not followed: http://127.0.0.1:9/");
    await client.says("saved 10 bytes in page.html: nothing says whether it is all");
    await client.exits(0);
    expect(saved()).toBe("over there");
  });

  const half = "x".repeat(400);
  test.each([
    ["400 of 1000 bytes", `Content-Length: 1000\r\n\r\n${half}`, /after 400 of 1000 bytes/],
    ["chunks without the last", `${CHUNKED}\r\n190\r\n${half}\r\n`, /the chunks end early/],
    ["half of a trailer", `${CHUNKED}\r\n190\r\n${half}\r\n0\r\nSum`, /ends? early/],
  ])("keeps %s as a part, and what was there as it was", async (_what, answer, why) => {
    const { client, peer, saved, part } = await asking();
    await peer.send(OK + answer);
    peer.end();
    await client.says("HTTP/1.1 200 OK");
    await client.says(/^(Content-Length|Transfer-Encoding): /);
    const [line] = await client.warns(/^.*; 400 bytes are in page\.html\.part$/);
    expect(line).toMatch(why);
    await client.exits(1);
    expect(saved()).toBe("older");
    expect(part()).toBe(half);
  });

  test.each([
    ["nothing says how much there is", "", ""],
    ["a length does", "Content-Length: 1000\r\n", ""],
    ["chunks do", CHUNKED, "3e8\r\n"],
  ])("takes a reset for no end, where %s", async (_where, field, size) => {
    const { client, peer, saved, part } = await asking();
    await peer.send(`${OK}${field}\r\n${size}${half}`);
    await client.says("HTTP/1.1 200 OK");
    if (field) await client.says(field.trim());
    peer.reset();
    await client.warns(/ECONNRESET.*; 400 bytes are in page\.html\.part$/);
    await client.exits(1);
    expect(saved()).toBe("older");
    expect(part()).toBe(half);
  });

  test.each([
    ["half of a head", `${OK}Content-Le`],
    ["another protocol", "220 mail.example.org ESMTP\r\n\r\n"],
    ["a change of protocol", "HTTP/1.1 101 OK\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n"],
  ])("says in one line that %s is no answer", async (_what, answer) => {
    const { client, peer, saved, isPart } = await asking();
    await peer.send(answer);
    peer.end();
    await client.warns(/^(the head ends early|this is no (answer|HTTP)).*$/);
    await client.exits(1);
    expect(saved()).toBe("older");
    expect(isPart()).toBe(false);
  });

  test.each(NO_HTTP.slice(THOROUGH ? 0 : -2))(
    "says that %j is no HTTP, and waits for no more",
    async (answer) => {
      const { client, peer, saved } = await asking();
      await peer.send(Buffer.from(answer, "latin1"));
      await client.warns(/^this is no (HTTP\/1\.1|answer: .* HTTP\/.*)$/);
      await client.exits(1);
      expect(saved()).toBe("older");
    },
  );

  test.each(["204 No Content", "304 Not Modified"])(
    "takes no body from %s, whatever its fields say",
    async (status) => {
      const { client, peer, saved, isPart } = await asking();
      await peer.send(`HTTP/1.1 ${status}\r\n${CHUNKED}\r\n5\r\nhello\r\n`);
      await client.says(`HTTP/1.1 ${status}`);
      await client.says("Transfer-Encoding: chunked");
      await client.says(`saved 0 bytes in page.html: an answer ${status.slice(0, 3)} has no body`);
      await client.exits(0);
      expect([saved(), isPart()]).toEqual(["", false]);
    },
  );

  test("names the host in ASCII, or says in one line that it can't", async () => {
    const typed = ["--host", "１２７.０.０.１"];
    if (way !== "node") {
      const server = await listen();
      const client = await start("client", { way, to: server, args: typed });
      await client.warns(/^'ascii' codec can't encode .*$/);
      return client.exits(1);
    }
    const { client, peer } = await asking(...typed);
    await peer.send(`${OK}Content-Length: 0\r\n\r\n`);
    for (const line of [/^HTTP/, /^Content/, /^saved 0 bytes/]) await client.says(line);
    await client.exits(0);
  });

  test.each(WRONG.slice(THOROUGH ? 0 : -1))("says what is wrong with %s", async (typed, why) => {
    const client = await start("client", { way, args: typed.split(" ") });
    const { status, stderr } = await client.ended();
    expect(stderr).toMatch(why);
    expect(status).toBe(2);
  });

  test("takes no other port for 0", async () => {
    const client = await start("client", { way, args: ["--port", "0"] });
    await client.warns(/^connect: E\w+ .* 127\.0\.0\.1/);
    await client.exits(1);
  });
});

test.each([
  ["is silent", "", /timed out$/],
  ["stops in the middle", "Content-Length: 9\r\n\r\nhello", /timed out; 5 bytes are in /],
])("every client waits so long for a server that %s", async (_what, answer, why) => {
  await Promise.all(
    ways("client").map(async (way) => {
      const server = await listen();
      const args = ["--timeout", "1"];
      const client = await start("client", { way, to: server, cwd: scratch(), args });
      const peer = await server.accept();
      if (answer) {
        await peer.send(OK + answer);
        for (const line of [/^HTTP/, /^Content/]) await client.says(line);
      }
      await client.warns(why);
      await client.exits(1);
    }),
  );
});
