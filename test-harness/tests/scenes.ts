/** The scenes of the fixture chapter. */
import type { Scenes } from "@netnotes/test-harness";

export const scenes = {
  hello: {
    title: "A client says hello, and hears it again.",
    cast: { server: "server", client: "client" },
    async play({ start }) {
      const server = await start("server");
      const client = await start("client", { to: server });
      await client.says("hello");
      await client.exits(0);
      await server.exits(0);
    },
  },
  stranger: {
    title: "A stranger says hello.",
    cast: { server: "server" },
    async play({ start, dial }) {
      const stranger = await dial(await start("server"), { name: "stranger" });
      await stranger.send("hello");
      await stranger.expect("hello");
    },
  },
  absent: {
    title: "Somebody plays who is not in the cast.",
    cast: { server: "server" },
    async play({ start }) {
      await start("client");
    },
  },
} satisfies Scenes;
