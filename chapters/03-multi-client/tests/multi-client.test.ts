import { describe, expect, test } from "vitest";
import { chapter, type Connection, dial, type Running, testChapter } from "@netnotes/test-harness";
import { scenes } from "../demo.ts";

const { start, ways } = chapter("03-multi-client");

testChapter("03-multi-client", scenes);

const ACCEPTED = /^Accept new connection from 127\.0\.0\.1:\d+\.\.\.$/;
const CLOSED = /^Connection from 127\.0\.0\.1:\d+ closed\.$/;

/** A server in one of its ways, once it has said all that it says before its first client. */
async function startServer(role: string, way: Way, ...args: string[]): Promise<Running> {
  const workers = role === "prefork-server" ? ["--workers", "3"] : [];
  const server = await start(role, { way, args: [...args, ...workers] });
  await server.says("Waiting for connection...");
  for (let count = 0; count < Number(workers[1] ?? 0); count += 1)
    await server.says(/^worker \d+$/);
  return server;
}

type Way = ReturnType<typeof ways>[number];

function waysOf(...roles: string[]): [role: string, way: Way][] {
  return roles.flatMap((role) => ways(role).map((way): [string, Way] => [role, way]));
}

/** A client that was accepted and greeted. */
async function greeted(server: Running, name: string): Promise<Connection> {
  const client = await dial(server, { name });
  await server.says(ACCEPTED);
  await client.expect("Welcome!");
  return client;
}

async function leaves(server: Running, client: Connection): Promise<void> {
  await client.send("exit");
  await client.expectEnd();
  await server.says(CLOSED);
}

const CONCURRENT = waysOf("server", "process-server", "prefork-server", "thread-server");

describe.each(CONCURRENT)("the %s, %s way", (role, way) => {
  test("lets a client that is silent, dies or stops in a character hurt only itself", async () => {
    const server = await startServer(role, way, "--think", "0.01");
    const silent = await greeted(server, "silent");

    const angry = await greeted(server, "angry");
    await angry.send("angry");
    await angry.expect("Hello, angry!");
    const { port } = angry;
    angry.reset();
    await server.says(`lost ('127.0.0.1', ${port}) ECONNRESET`);
    await server.says(`Connection from 127.0.0.1:${port} closed.`);

    const hasty = await dial(server, { name: "hasty" });
    hasty.reset();
    await server.says(/^Accept new connection from .*\.\.\.$/);
    await server.says(/^lost \(.*\) (ECONNRESET|EPIPE)$/);
    await server.says(/^Connection from .* closed\.$/);

    const half = await greeted(server, "half");
    await half.send(Buffer.from("你").subarray(0, 2));
    const alice = await greeted(server, "alice");
    await alice.send("alice");
    await alice.expect("Hello, alice!");
    await half.send(Buffer.from("你").subarray(2));
    await half.expect("Hello, 你!");
    await half.send(Buffer.from("好").subarray(0, 1));
    half.end();
    await half.expectEnd();
    await server.says(CLOSED);

    // It has said all it will say, and still gets its answer.
    await alice.send("jack");
    alice.end();
    await alice.expect("Hello, jack!");
    await alice.expectEnd();
    await server.says(CLOSED);
    await leaves(server, silent);
  });
});

describe.each(waysOf("server", "thread-server"))("the %s, %s way", (role, way) => {
  test("serves others while it thinks about a name", async () => {
    const server = await startServer(role, way, "--think", "3600");
    const alice = await greeted(server, "alice");
    await alice.send("alice");
    await leaves(server, await greeted(server, "bob"));
  });
});

describe.each(waysOf("process-server", "prefork-server"))("the %s, %s way", (role, way) => {
  const outlive = way === "literal" && process.platform !== "linux";
  if (outlive)
    console.warn(`the literal ${role} is not killed: only on Linux its children die, too`);
  test.skipIf(outlive)("takes its children along when it is killed", async () => {
    const server = await startServer(role, way);
    const alice = await greeted(server, "alice");
    process.kill(server.pid, "SIGKILL");
    await alice.expectOver();
    // It ends when the last of them has let go of its output.
    await server.exits({ signal: "SIGKILL" });
  });
});

describe.each(ways("prefork-server"))("the %s prefork-server", (way) => {
  test("replaces a worker that is killed, whose clients alone are lost", async () => {
    const server = await start("prefork-server", { way, args: ["--workers", "2"] });
    await server.says("Waiting for connection...");
    const worker = async () => Number((await server.says(/^worker (\d+)$/))[1]);
    const workers = [await worker(), await worker()];
    const alice = await greeted(server, "alice");
    for (const pid of workers) {
      process.kill(pid, "SIGKILL");
      expect(workers).not.toContain(await worker());
    }
    await alice.expectOver();
    await leaves(server, await greeted(server, "bob"));
  });
});

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
