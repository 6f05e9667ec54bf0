import type { Checks } from "@netnotes/exercises";

export default {
  back: {
    title: "sends back what comes, as soon as it comes",
    why: "A client that waits for the echo before it goes on gets nothing from a server that waits for more, or for the end.",
    async run({ startServer, dial, random }) {
      const client = await dial(await startServer());
      for (const word of [random.text(8), random.text(3), random.text(12)]) {
        await client.send(word);
        await client.expect(word);
      }
    },
  },

  binary: {
    title: "sends back bytes that are no text as they were",
    why: "A stream carries bytes. To decode them as text and to encode them again replaces every byte that is no UTF-8.",
    async run({ startServer, dial, random }) {
      const client = await dial(await startServer());
      const halves = Buffer.from("中文");
      const spaces = Buffer.from(" \r\n");
      const odd = [spaces, random.bytes(16), Buffer.from([0, 255, 10, 13, 0]), halves, spaces];
      const message = Buffer.concat(odd);
      await client.send(message);
      await client.expect(message);
      await client.send(halves.subarray(0, 2));
      await client.expect(halves.subarray(0, 2));
    },
  },

  whole: {
    title: "sends back 300,000 bytes, all of them, in their order",
    why: "recv(n) returns at most n bytes and as few as have come; send may take only the beginning. Both must be repeated.",
    async run({ startServer, dial, random }) {
      const client = await dial(await startServer());
      const message = random.text(300_000);
      const echoed = client.expect(message);
      await Promise.all([client.send(message), echoed]);
      client.end();
      await client.expectEnd();
    },
  },

  next: {
    title: "closes when its client has ended, and serves the next one",
    why: "An empty read means that the client has ended its direction. It waits for the server's own end, and the next client waits for accept.",
    async run({ startServer, dial, random }) {
      const server = await startServer();
      const first = await dial(server, { name: "first" });
      await first.send("bye");
      first.end();
      await first.expect("bye");
      await first.expectEnd();

      const broken = await dial(server, { name: "broken" });
      await broken.send("?");
      await broken.expect("?");
      broken.reset();

      const last = await dial(server, { name: "last" });
      const word = random.text(6);
      await last.send(word);
      await last.expect(word);
    },
  },
} satisfies Checks;
