import { describe, test } from "vitest";
import { chapter, dial, listen, testChapter } from "@netnotes/test-harness";
import { scenes } from "../demo.ts";

const { start, ways } = chapter("01-sockets");

testChapter("01-sockets", scenes);

describe.each(ways("server"))("the %s server", (way) => {
  test("reads a message of many reads, to its end", async () => {
    const server = await start("server", { way });
    await server.says("等待客户端连接中.....");
    const client = await dial(server);
    await client.expect("Welcome to study socket!");
    const message = "有内鬼".repeat(8000); // more than one read brings, cut inside a character
    await client.send(message);
    client.end();
    await server.says(new RegExp(`发送的信息: ${message}$`));
    await server.exits(0);
    await client.expectEnd();
  });

  test("takes what is no text for what it is, and ends", async () => {
    const server = await start("server", { way });
    await server.says("等待客户端连接中.....");
    const client = await dial(server);
    await client.expect("Welcome to study socket!");
    await client.send(Buffer.from([0xff, 0x00, 0xe4, 0xb8]));
    client.end();
    await server.says(/发送的信息: \uFFFD\0\uFFFD$/);
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

describe.each(ways("client"))("the %s client", (way) => {
  test("waits for the whole greeting, however it comes", async () => {
    const server = await listen();
    const client = await start("client", { way, to: server });
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
});

describe.each(ways("hello-server"))("the %s hello-server", (way) => {
  test("goes on after a client that resets, and one that talks", async () => {
    const server = await start("hello-server", { way });
    // It is stopped, so that it accepts the connection after the reset.
    await server.whileStopped(async () => (await dial(server)).reset());
    await server.says(/^Got connection from \('(127\.0\.0\.1', \d+|unknown', 0)\)$/);
    const talker = await dial(server);
    await talker.send("nobody asked for this");
    const polite = await dial(server);
    await polite.expect("Thank you for connecting");
    await polite.expectEnd();
  });
});

describe.each(ways("chat-server"))("the %s chat-server", (way) => {
  test("keeps a character whole that comes in two halves", async () => {
    const server = await start("chat-server", { way });
    const client = await dial(server);
    const [first, second] = [Buffer.from("你").subarray(0, 2), Buffer.from("你").subarray(2)];
    await client.send(Buffer.concat([Buffer.from("好"), first]));
    await server.says("服务端收到信息: 好");
    await client.send(second);
    await server.says("服务端收到信息: 你");
    await client.send("886");
    await server.says("服务端收到信息: 886");
    await server.exits(0);
  });

  test("ends when its client leaves without 886", async () => {
    const server = await start("chat-server", { way });
    const client = await dial(server);
    await client.send("你好");
    await server.says("服务端收到信息: 你好");
    client.end();
    await server.exits(0);
  });

  test("ends when 886 comes joined to the message before it", async () => {
    const server = await start("chat-server", { way });
    const client = await dial(server);
    await client.send("你好886");
    client.end();
    await server.says("服务端收到信息: 你好886");
    await server.exits(0);
  });

  test("shows half a character that is never completed", async () => {
    const server = await start("chat-server", { way });
    const client = await dial(server);
    await client.send(Buffer.from("中").subarray(0, 2));
    client.end();
    await server.says("服务端收到信息: \uFFFD");
    await server.exits(0);
  });
});

describe.each(ways("chat-client"))("the %s chat-client", (way) => {
  test("sends nothing for an empty line, and ends with its input", async () => {
    const server = await listen();
    const client = await start("chat-client", { way, to: server });
    const peer = await server.accept();
    await client.prompts("客户端输入信息:");
    client.type("\n");
    await client.prompts("客户端输入信息:");
    client.type("你好\n");
    await peer.expect("你好");
    await client.prompts("客户端输入信息:");
    client.endInput();
    await peer.expectEnd();
    await client.exits(0);
  });

  test("says in one line that the server is gone", async () => {
    const server = await listen();
    const client = await start("chat-client", { way, to: server });
    const peer = await server.accept();
    await client.prompts("客户端输入信息:");
    peer.reset();
    client.type("你好\n");
    await client.warns(/^(send|sendall|write|read): (EPIPE|ECONNRESET) /);
    await client.exits(1);
  });

  test("says in one line that the server has ended before it did", async () => {
    const server = await listen();
    const client = await start("chat-client", { way, to: server });
    const peer = await server.accept();
    await client.prompts("客户端输入信息:");
    peer.close();
    client.type("你\n"); // the kernel takes it, and hears then that nobody is there
    await client.prompts("客户端输入信息:");
    client.type("好\n");
    await client.warns(/^(send|sendall|write): EPIPE /);
    await client.exits(1);
  });

  test("sends on to a server that has half-closed", async () => {
    const server = await listen();
    const client = await start("chat-client", { way, to: server });
    const peer = await server.accept();
    await client.prompts("客户端输入信息:");
    peer.end();
    for (const line of ["你", "好", "886"]) {
      client.type(`${line}\n`);
      await peer.expect(line);
      if (line !== "886") await client.prompts("客户端输入信息:");
    }
    await peer.expectEnd();
    await client.exits(0);
  });
});
