import type { Checks } from "@netnotes/exercises";

export default {
  answer: {
    title: "says that this was all, and prints the answer that comes after it",
    why: "The server can't know that nothing more comes before the client ends its direction; and the answer can't come when the client has ended both. What is printed is what came, the \\r of a \\r\\n too.",
    async run({ listen, startClient, random }) {
      const server = await listen({ name: "server" });
      const input = `${random.text(5)}\n${random.text(7)}\n`;
      const client = await startClient(server, { stdin: input });
      const peer = await server.accept();
      await peer.expect(input);
      await peer.expectEnd();
      const answer = `2 lines\r\n${random.integer(100, 999)} characters\r\n`;
      await peer.send(answer);
      peer.end();
      await client.prompts(answer);
      await client.exits(0);
    },
  },

  empty: {
    title: "ends its direction at once when its input is empty",
    why: "Nothing is an input too: the server waits for its end like for that of any other.",
    async run({ listen, startClient }) {
      const server = await listen({ name: "server" });
      const client = await startClient(server, { stdin: "" });
      const peer = await server.accept();
      await peer.expectEnd();
      await peer.send("0 lines\n");
      peer.end();
      await client.prompts("0 lines\n");
      await client.exits(0);
    },
  },

  apart: {
    title: "prints an answer whole that comes piece by piece",
    why: "One read is not the answer: the end of the stream is its end. And a piece may end in the middle of a character, which has three bytes here.",
    async run({ listen, startClient, random, sendApart }) {
      const server = await listen({ name: "server" });
      const client = await startClient(server, { stdin: "中文\n" });
      const peer = await server.accept();
      await peer.expect("中文\n");
      await peer.expectEnd();
      const answer = Buffer.from(`共${random.integer(10, 99)}个字符`);
      await sendApart(peer, random.pieces(answer, answer.length));
      peer.end();
      await client.prompts(answer.toString());
      await client.exits(0);
    },
  },

  much: {
    title: "sends 200,000 bytes, and prints as many",
    why: "Neither a send nor a read of that size happens at once: each must be repeated for the rest.",
    async run({ listen, startClient, random }) {
      const server = await listen({ name: "server" });
      const input = random.text(200_000);
      const client = await startClient(server, { stdin: input });
      const peer = await server.accept();
      await peer.expect(input);
      await peer.expectEnd();
      const answer = random.text(200_000);
      await peer.send(answer);
      peer.end();
      await client.prompts(answer);
      await client.exits(0);
    },
  },
} satisfies Checks;
