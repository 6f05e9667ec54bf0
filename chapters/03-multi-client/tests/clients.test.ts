import { describe, test } from "vitest";
import { chapter, listen } from "@netnotes/test-harness";

const { start, ways } = chapter("03-multi-client");

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
