/**
 * The scenes of this chapter: who starts, who says what.
 */
import type { Connection, Running, Scenes } from "@netnotes/test-harness";

const [ALICE, BOB] = [{ name: "alice" }, { name: "bob" }];
const ACCEPTED = /^Accept new connection from 127\.0\.0\.1:\d+\.\.\.$/;
const CLOSED = /^Connection from 127\.0\.0\.1:\d+ closed\.$/;

/** Both are greeted before either has said a word; they leave in the order in which they came. */
async function areServed(server: Running, ...clients: Connection[]): Promise<void> {
  for (const client of clients) await client.expect("Welcome!");
  for (const _ of clients) await server.says(ACCEPTED);
  for (const client of clients) await client.send(client.name);
  for (const client of clients) await client.expect(`Hello, ${client.name}!`);
  for (const client of clients) {
    await client.send("exit");
    await client.expectEnd();
    await server.says(CLOSED);
  }
}

export const scenes = {
  threads: {
    title: "A client says nothing; another is greeted, and answered by name, meanwhile.",
    cast: { server: "server", client: "client" },
    async play({ start, dial }) {
      const server = await start("server");
      await server.says("Waiting for connection...");
      const silent = await dial(server, { name: "silent" });
      await silent.expect("Welcome!");
      await server.says(ACCEPTED);
      const client = await start("client", { to: server });
      await client.says("Welcome!");
      for (const name of ["alice", "bob", "jack"]) await client.says(`Hello, ${name}!`);
      await client.exits(0);
      await server.says(ACCEPTED);
      await server.says(CLOSED);
      await silent.send("exit");
      await silent.expectEnd();
      await server.says(CLOSED);
    },
  },

  turns: {
    title: "Two clients are connected; the second gets nothing until the first has left.",
    cast: { server: "iterative-server", client: "one-client" },
    async play({ start, dial }) {
      const server = await start("iterative-server");
      const first = await dial(server, { name: "first" });
      await first.expect("back_data");
      const second = await start("one-client", { to: server });
      await second.says(/^connected \('127\.0\.0\.1', \d+\)$/);
      await first.send("你好");
      first.end();
      await first.expectEnd();
      await server.says(/^\('127\.0\.0\.1', \d+\): 你好$/);
      await second.says("back_data");
      await second.prompts("客户端输入信息:");
      second.type("再见\n");
      await second.exits(0);
      await server.says(/^\('127\.0\.0\.1', \d+\): 再见$/);
    },
  },

  processes: {
    title: "Two clients at once are served by two processes.",
    cast: { server: "process-server" },
    async play({ start, dial }) {
      const server = await start("process-server");
      await server.says("Waiting for connection...");
      await areServed(server, await dial(server, ALICE), await dial(server, BOB));
    },
  },

  prefork: {
    title: "Two clients at once are served by processes that were there before them.",
    cast: { server: "prefork-server" },
    async play({ start, dial }) {
      const server = await start("prefork-server", { args: ["--workers", "2"] });
      await server.says("Waiting for connection...");
      for (let worker = 1; worker <= 2; worker += 1) await server.says(/^worker \d+$/);
      await areServed(server, await dial(server, ALICE), await dial(server, BOB));
    },
  },

  workers: {
    title: "Two clients at once are answered by two threads that never have their sockets.",
    cast: { server: "thread-server" },
    async play({ start, dial }) {
      const server = await start("thread-server");
      await server.says("Waiting for connection...");
      await areServed(server, await dial(server, ALICE), await dial(server, BOB));
    },
  },
} satisfies Scenes;
