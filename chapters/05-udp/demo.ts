/**
 * The scenes of this chapter: who starts, who says what.
 */
import type { Scenes } from "@netnotes/test-harness";

export const scenes = {
  hello: {
    title: "A client sends three names, and the server says hello to each.",
    cast: { server: "server", client: "client" },
    async play({ start }) {
      const server = await start("server");
      await server.says(/^Bind UDP on \d+\.\.\.$/);
      const client = await start("client", { to: server });
      for (const name of ["Michael", "Tracy", "Sarah"]) {
        await server.says(/^Received from 127\.0\.0\.1:\d+\.$/);
        await client.says(`Hello, ${name}!`);
      }
      await client.exits(0);
    },
  },

  both: {
    title: "One port number, two protocols: three datagrams, and then a connection.",
    cast: { server: "tcp-and-udp-server", client: "client" },
    async play({ start, dial }) {
      const server = await start("tcp-and-udp-server");
      const client = await start("client", { to: server });
      for (const name of ["Michael", "Tracy", "Sarah"]) {
        await server.says(/^Received from 127\.0\.0\.1:\d+\.$/);
        await client.says(`Hello, ${name}!`);
      }
      await client.exits(0);
      const caller = await dial(server, { name: "TCP client" });
      await server.says(/^Accept new connection from 127\.0\.0\.1:\d+\.\.\.$/);
      await caller.expect("Welcome!");
      await caller.expectEnd();
    },
  },
} satisfies Scenes;
