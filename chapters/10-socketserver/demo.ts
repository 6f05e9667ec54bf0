/**
 * The scenes of this chapter: who starts, who says what.
 */
import type { Scenes } from "@netnotes/test-harness";

export const scenes = {
  thanks: {
    title: "A client is thanked for connecting, and so is another one.",
    cast: { server: "server", client: "client" },
    async play({ start, dial }) {
      const server = await start("server");
      const client = await start("client", { to: server });
      await server.says(/^Got connection from \('127\.0\.0\.1', \d+\)$/);
      await client.says("Thank you for connecting");
      await client.exits(0);
      const another = await dial(server, { name: "another client" });
      await server.says(`Got connection from ('127.0.0.1', ${another.port})`);
      await another.expect("Thank you for connecting");
      await another.expectEnd();
    },
  },

  datagram: {
    title: "A datagram of 9000 bytes arrives whole, and is answered.",
    cast: { server: "udp-server", client: "udp-client" },
    async play({ start }) {
      const server = await start("udp-server");
      const client = await start("udp-client", { to: server });
      await server.says(/^Got 9000 bytes from \('127\.0\.0\.1', \d+\)$/);
      await client.says("Thank you for 9000 bytes");
      await client.exits(0);
    },
  },

  path: {
    title: "A client on the same computer is thanked, and has no address.",
    cast: { server: "unix-server", client: "unix-client" },
    async play({ start }) {
      const server = await start("unix-server");
      const client = await start("unix-client", { to: server });
      await server.says("Got connection from ''");
      await client.says("Thank you for connecting");
      await client.exits(0);
    },
  },

  "datagram-path": {
    title: "A datagram goes to a path, and the answer to the client's own one.",
    cast: { server: "unix-datagram-server", client: "unix-datagram-client" },
    async play({ start }) {
      const server = await start("unix-datagram-server");
      const client = await start("unix-datagram-client", { to: server });
      await server.says(/^Got 9000 bytes from '\/.+\/client'$/);
      await client.says("Thank you for 9000 bytes");
      await client.exits(0);
    },
  },

  threads: {
    title: "A client is answered while another one, which came first, is silent.",
    cast: { server: "threading-server", client: "threading-client" },
    async play({ start, dial }) {
      const server = await start("threading-server");
      const silent = await dial(server, { name: "silent client" });
      await server.says(/^Got connection from /);
      await silent.expect("Thank you for connecting\n");
      const client = await start("threading-client", { to: server });
      await server.says(/^Got connection from /);
      await client.says("Thank you for connecting");
      await client.prompts("Name: ");
      client.type("Michael\n");
      await client.says("Hello, Michael!");
      await client.prompts("Name: ");
      client.endInput();
      await client.exits(0);
      await silent.send("Tracy\n");
      await silent.expect("Hello, Tracy!\n");
    },
  },

  processes: {
    title: "The same, with a process for each client.",
    cast: { server: "forking-server" },
    async play({ start, dial }) {
      const server = await start("forking-server");
      const silent = await dial(server, { name: "silent client" });
      await server.says(/^Got connection from /);
      await silent.expect("Thank you for connecting\n");
      const client = await dial(server, { name: "client" });
      await server.says(/^Got connection from /);
      await client.send("Michael\n");
      await client.expect("Thank you for connecting\nHello, Michael!\n");
      client.end();
      await client.expectEnd();
      await silent.send("Tracy\n");
      await silent.expect("Hello, Tracy!\n");
    },
  },
} satisfies Scenes;
