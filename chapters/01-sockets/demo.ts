/**
 * The scenes of this chapter: who starts, who says what.
 */
import type { Scenes } from "@netnotes/test-harness";

export const scenes = {
  greeting: {
    title: "The server greets one client, the client answers, and both end.",
    cast: { server: "server", client: "client" },
    async play({ start }) {
      const server = await start("server");
      await server.says("等待客户端连接中.....");
      const client = await start("client", { to: server });
      await client.says("客户端收到: Welcome to study socket!");
      await client.exits(0);
      await server.says(
        /^服务器端收到 \('127\.0\.0\.1', \d+\) 发送的信息: 有内鬼, 终止交易! Over$/,
      );
      await server.exits(0);
    },
  },

  hello: {
    title: "Two clients, one after the other, are thanked for connecting.",
    cast: { server: "hello-server", client: "hello-client" },
    async play({ start }) {
      const server = await start("hello-server");
      for (let visit = 1; visit <= 2; visit += 1) {
        const client = await start("hello-client", { to: server });
        await server.says(/^Got connection from \('127\.0\.0\.1', \d+\)$/);
        await client.says("Thank you for connecting");
        await client.exits(0);
      }
    },
  },

  chat: {
    title: "A client says three things; 886 ends the chat.",
    cast: { server: "chat-server", client: "chat-client" },
    async play({ start }) {
      const server = await start("chat-server");
      const client = await start("chat-client", { to: server });
      for (const line of ["你好", "有内鬼, 终止交易!", "886"]) {
        await client.prompts("客户端输入信息:");
        client.type(`${line}\n`);
        await server.says(`服务端收到信息: ${line}`);
      }
      await client.exits(0);
      await server.exits(0);
    },
  },
} satisfies Scenes;
