/**
 * The scenes of this chapter: who starts, who says what.
 */
import type { Running, Scenes } from "@netnotes/test-harness";

export const scenes = {
  restart: {
    title: "The server closes first, and can start again at once; then the client closes first.",
    cast: { server: "server", client: "client" },
    async play({ start }) {
      const first = await start("server");
      await visit(first, "server");
      const second = await start("server", { to: first });
      await visit(second, "client");

      async function visit(server: Running, closer: string): Promise<void> {
        await server.says("等待客户端连接中.....");
        const client = await start("client", { to: server, args: ["--closer", closer] });
        await client.says("客户端收到: Welcome to study socket!");
        await client.exits(0);
        await server.says(
          /^服务器端收到 \('127\.0\.0\.1', \d+\) 发送的信息: 有内鬼, 终止交易! Over$/,
        );
        await server.exits(0);
      }
    },
  },
} satisfies Scenes;
