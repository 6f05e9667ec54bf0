import { randomInt } from "node:crypto";
import { describe, expect, test } from "vitest";
import { chapter, dial, listen, testChapter } from "@netnotes/test-harness";
import { scenes } from "../demo.ts";

const { start, ways } = chapter("07-reuseaddr");

testChapter("07-reuseaddr", scenes);

const linux = process.platform === "linux";
if (!linux) console.warn("of restarts, those are left out that only Linux refuses");
/** The ways whose servers can leave the option out. */
const literal = ways("server").filter((way) => way !== "node");
/** A server's last words when it finds its port taken, in the conversation. */
const TAKEN = /! bind: EADDRINUSE .*\n.*ended with exit status 1/;

/** An address of our own, so that nobody else takes the port between two runs. */
function alone(): string {
  return linux ? `127.7.${randomInt(1, 255)}.${randomInt(1, 255)}` : "127.0.0.1";
}

describe.each(ways("server"))("the %s server", (way) => {
  test("reads a message of many reads to its newline, and closes first", async () => {
    const server = await start("server", { way });
    await server.says("等待客户端连接中.....");
    const client = await dial(server);
    await client.expect("Welcome to study socket!");
    const message = "有内鬼".repeat(8000); // more than one read brings, cut inside a character
    await client.send(`${message}\n`);
    await client.expectEnd();
    await server.says(new RegExp(`发送的信息: ${message}$`));
    await server.exits(0);
  });

  test("takes what is no text for what it is, to the end of the stream", async () => {
    const server = await start("server", { way });
    await server.says("等待客户端连接中.....");
    const client = await dial(server);
    await client.expect("Welcome to study socket!");
    await client.send(Buffer.from([0xff, 0x00, 0xe4, 0xb8]));
    client.end();
    await server.says(/发送的信息: \uFFFD\0\uFFFD$/);
    await server.exits(0);
    await client.expectEnd();
  });

  test("prints one line of a client that talks on", async () => {
    const server = await start("server", { way });
    await server.says("等待客户端连接中.....");
    const client = await dial(server);
    await client.expect("Welcome to study socket!");
    await client.send("有内鬼\n终止交易!\n");
    await server.says(/发送的信息: 有内鬼$/);
    await server.exits(0);
  });

  test("says in one line that its client reset the connection", async () => {
    const server = await start("server", { way });
    await server.says("等待客户端连接中.....");
    const client = await dial(server);
    await client.expect("Welcome to study socket!");
    client.reset();
    await server.warns(/^(recv|read): ECONNRESET connection reset by peer/);
    await server.exits(1);
  });
});

describe.each(ways("server").filter((way) => way === "node"))("the %s server", (way) => {
  test.each(["off", "late"])("refuses --reuse %s, and says why", async (reuse) => {
    const server = start("server", { way, args: ["--reuse", reuse] });
    await expect(server).rejects.toThrow(/! --reuse must be on: .*\n.*ended with exit status 2/);
  });
});

describe.each(literal)("the %s server, where it was the first to close,", (way) => {
  test.each([
    { first: "off", refused: linux ? ["off", "on"] : ["off"] },
    { first: "late", refused: linux ? ["on"] : ["late"] },
    { first: "on", refused: ["off"] },
  ])("after --reuse $first does not start with $refused", async ({ first, refused }) => {
    const server = await start("server", { way, args: ["--reuse", first] });
    await server.says("等待客户端连接中.....");
    const client = await dial(server);
    await client.expect("Welcome to study socket!");
    await client.send("你好\n");
    await client.expectEnd();
    client.end();
    await server.says(/发送的信息: 你好$/);
    await server.exits(0);
    for (const reuse of refused) {
      const again = start("server", { way, to: server, args: ["--reuse", reuse] });
      await expect(again).rejects.toThrow(TAKEN);
    }
  });
});

describe.each(ways("client"))("the %s client", (way) => {
  test("waits for the whole greeting, however it comes", async () => {
    const server = await listen();
    const client = await start("client", { way, to: server });
    const peer = await server.accept();
    await peer.send("Welcome to ");
    await peer.expect("有内鬼, 终止交易! Over\n");
    await peer.send("study socket!");
    peer.end();
    await client.says("客户端收到: Welcome to study socket!");
    await client.exits(0);
    await peer.expectEnd();
  });

  test("with --closer client ends its message by closing, and reads on", async () => {
    const server = await listen();
    const client = await start("client", { way, to: server, args: ["--closer", "client"] });
    const peer = await server.accept();
    await peer.send("Welcome to ");
    await peer.expect("有内鬼, 终止交易! Over");
    await peer.expectEnd();
    await peer.send("study socket!");
    peer.end();
    await client.says("客户端收到: Welcome to study socket!");
    await client.exits(0);
  });

  test("says in one line that the server reset the connection", async () => {
    const server = await listen();
    const client = await start("client", { way, to: server });
    const peer = await server.accept();
    peer.reset();
    await client.warns(/^(recv|read|connect): ECONNRESET connection reset by peer/);
    await client.exits(1);
  });

  test("refuses a closer that is neither", async () => {
    const client = await start("client", { way, args: ["--closer", "nobody"] });
    const { status, stderr } = await client.ended();
    expect(status).toBe(2);
    expect(stderr).toMatch(/^(?!.*Error:).*--closer/ms);
  });

  test.skipIf(!literal.includes("literal"))(
    "leaves the server its port, or makes it wait",
    async () => {
      const args = ["--host", alone(), "--reuse", "off"];
      const first = await start("server", { args });
      const quick = await start("client", { way, to: first, args: ["--closer", "client"] });
      await quick.says("客户端收到: Welcome to study socket!");
      await quick.exits(0);
      await first.ended();

      const second = await start("server", { to: first, args });
      const polite = await start("client", { way, to: second });
      await polite.says("客户端收到: Welcome to study socket!");
      await polite.exits(0);
      await second.ended();
      await expect(start("server", { to: second, args })).rejects.toThrow(TAKEN);
    },
  );
});
