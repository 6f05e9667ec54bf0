/**
 * The scenes of this chapter: who starts, who says what.
 */
import type { Running, Scenes } from "@netnotes/test-harness";

const NAMES = ["alice", "bob", "jack"];

/** What the client prints, to its end. */
async function isServed(client: Running): Promise<void> {
  await client.says("Welcome!");
  for (const name of NAMES) await client.says(`Hello, ${name}!`);
  await client.exits(0);
}

/** The lines of a server that serves one client. */
async function serves(server: Running): Promise<void> {
  await server.says(/^Accept new connection from 127\.0\.0\.1:\d+\.\.\.$/);
  await server.says(/^Connection from 127\.0\.0\.1:\d+ closed\.$/);
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
      await server.says(/^Accept new connection/);
      await isServed(await start("client", { to: server }));
      await serves(server);
      await silent.send("exit");
      await silent.expectEnd();
      await server.says(/^Connection from 127\.0\.0\.1:\d+ closed\.$/);
    },
  },

  turns: {
    title: "Two clients are connected; the second gets nothing until the first has left.",
    cast: { server: "iterative-server", client: "one-client" },
    async play({ start }) {
      const server = await start("iterative-server");
      const first = await start("one-client", { to: server, name: "first" });
      await first.says(/^connected \('127\.0\.0\.1', \d+\)$/);
      await first.says("back_data");
      await first.prompts("客户端输入信息:");
      const second = await start("one-client", { to: server, name: "second" });
      await second.says(/^connected/);
      first.type("你好\n");
      await first.exits(0);
      await server.says(/^\('127\.0\.0\.1', \d+\): 你好$/);
      await second.says("back_data");
      await second.prompts("客户端输入信息:");
      second.type("再见\n");
      await second.exits(0);
      await server.says(/^\('127\.0\.0\.1', \d+\): 再见$/);
    },
  },

  processes: {
    title: "A client is served by a process that was started for it.",
    cast: { server: "process-server", client: "client" },
    async play({ start }) {
      const server = await start("process-server");
      await server.says("Waiting for connection...");
      await isServed(await start("client", { to: server }));
      await serves(server);
    },
  },

  prefork: {
    title: "A client is served by a process that was there before it.",
    cast: { server: "prefork-server", client: "client" },
    async play({ start }) {
      const server = await start("prefork-server", { args: ["--workers", "2"] });
      await server.says("Waiting for connection...");
      for (let worker = 1; worker <= 2; worker += 1) await server.says(/^worker \d+$/);
      await isServed(await start("client", { to: server }));
      await serves(server);
    },
  },

  workers: {
    title: "A client is answered by a thread that never has its socket.",
    cast: { server: "thread-server", client: "client" },
    async play({ start }) {
      const server = await start("thread-server");
      await server.says("Waiting for connection...");
      await isServed(await start("client", { to: server }));
      await serves(server);
    },
  },
} satisfies Scenes;
