/**
 * The scenes of this chapter: who starts, who says what.
 */
import type { Scenes } from "@netnotes/test-harness";

export const scenes = {
  restart: {
    title: "The server closes first, and can start again at once; then the client closes first.",
    cast: { server: "server", client: "client" },
    async play({ start }) {
      const first = await start("server");
      const port = String(first.address.port);
      const visits = [
        { server: first, closer: "server" },
        { server: undefined, closer: "client" },
      ];
      for (const visit of visits) {
        const server = visit.server ?? (await start("server", { args: ["--port", port] }));
        await server.says("等待客户端连接中.....");
        const client = await start("client", { to: server, args: ["--closer", visit.closer] });
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
