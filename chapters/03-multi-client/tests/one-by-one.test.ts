import { describe, expect, test } from "vitest";
import { chapter, dial, listen } from "@netnotes/test-harness";

const { start, ways } = chapter("03-multi-client");

describe.each(ways("iterative-server"))("the %s iterative-server", (way) => {
  test("says nothing to a second client before the first has left", async () => {
    const server = await start("iterative-server", { way });
    const first = await dial(server, { name: "first" });
    await first.expect("back_data");
    const second = await dial(server, { name: "second" });
    await second.send("the second");
    second.end();
    // A server that served both would have greeted it by then; one that does not never fails here.
    await expect(second.expect("back_data", { within: 200 })).rejects.toThrow("not within 200 ms");
    await first.send("the first");
    first.end();
    await first.expectEnd();
    await server.says(/^\('127\.0\.0\.1', \d+\): the first$/);
    await second.expect("back_data");
    await second.expectEnd();
    await server.says(/^\('127\.0\.0\.1', \d+\): the second$/);
  });

  test("goes on after a client that resets, and one that stops in a character", async () => {
    const server = await start("iterative-server", { way });
    const angry = await dial(server, { name: "angry" });
    await angry.expect("back_data");
    const half = await dial(server, { name: "half" });
    await half.send(Buffer.from("中").subarray(0, 2));
    half.end();
    angry.reset();
    await server.says("断开连接");
    await server.says(/^\('127\.0\.0\.1', \d+\): \uFFFD$/);
    await half.expect("back_data");
    await half.expectEnd();
  });
});

describe.each(ways("client"))("the %s client", (way) => {
  test("waits for each answer to its end before it says the next name", async () => {
    const server = await listen();
    const client = await start("client", { way, to: server });
    const peer = await server.accept();
    for (const piece of ["Wel", "come", "!"]) await peer.send(piece);
    await client.says("Welcome!");
    await peer.expect("alice");
    for (const piece of ["Hello, al", "ice!"]) await peer.send(piece);
    await client.says("Hello, alice!");
    await peer.expect("bob");
    await peer.send("Hello, b");
    peer.end();
    await client.warns("the server left before it had answered");
    await client.exits(1);
  });
});

describe.each(ways("one-client"))("the %s one-client", (way) => {
  test("waits for its turn, and ends with its input", async () => {
    const server = await listen();
    const client = await start("one-client", { way, to: server });
    const peer = await server.accept();
    await client.says(/^connected \('127\.0\.0\.1', \d+\)$/);
    await peer.send("back_data");
    await client.says("back_data");
    await client.prompts("客户端输入信息:");
    client.endInput();
    await peer.expectEnd();
    await client.exits(0);
  });

  test("speaks to a server that has nothing more to say", async () => {
    const server = await listen();
    const client = await start("one-client", { way, to: server });
    const peer = await server.accept();
    await client.says(/^connected \('127\.0\.0\.1', \d+\)$/);
    await peer.send("back_data");
    peer.end();
    await client.says("back_data");
    await client.prompts("客户端输入信息:");
    client.type("你好\n");
    await peer.expect("你好");
    await peer.expectEnd();
    await client.exits(0);
  });

  test("says in one line that its turn will never come", async () => {
    const server = await listen();
    const client = await start("one-client", { way, to: server });
    const peer = await server.accept();
    await client.says(/^connected \('127\.0\.0\.1', \d+\)$/);
    await peer.send("back");
    peer.end();
    await client.warns("the server left before our turn had come");
    await client.exits(1);
  });
});
