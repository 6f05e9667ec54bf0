import type { Checks } from "@netnotes/exercises";

function framed(message: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(message.length);
  return Buffer.concat([length, message]);
}

/** A message as it is sent, and as it shall come back. */
function pair(message: string | Uint8Array): [sent: Buffer, back: Buffer] {
  return [framed(Buffer.from(message)), framed(Buffer.from(message).reverse())];
}

export default {
  one: {
    title: "sends a message back with its bytes reversed, and the next ones too",
    why: "Both sides have to agree where a message ends: here its length says so, in network byte order, the most significant byte first. It counts bytes, and these need not be text.",
    async run({ startServer, dial, random }) {
      const client = await dial(await startServer());
      // Two characters of three bytes each, and two bytes that are no character in UTF-8.
      const odd = Buffer.concat([Buffer.from(`${random.text(2)}中文`), Buffer.of(255, 0)]);
      for (const [sent, back] of [random.text(8), random.text(300), odd].map(pair)) {
        await client.send(sent);
        await client.expect(back);
      }
    },
  },

  split: {
    title: "reads a message whole, wherever it is cut",
    why: "recv(n) returns what has come: from one byte to n. A message may come in two pieces, or in as many as it has bytes, the four of its length too.",
    async run({ startServer, dial, random, sendApart }) {
      const client = await dial(await startServer());
      const length = 5;
      for (let cut = 1; cut < 4 + length; cut += 1) {
        const [sent, back] = pair(random.text(length));
        await sendApart(client, [sent.subarray(0, cut), sent.subarray(cut)]);
        await client.expect(back);
      }
      const [sent, back] = pair(random.text(length));
      await sendApart(client, random.pieces(sent, sent.length));
      await client.expect(back);
    },
  },

  joined: {
    title: "answers each of several messages that come at once",
    why: "Messages that are sent one by one may come in one read. What is beyond the end of one is the beginning of the next; and a message of no bytes is not the end of the stream.",
    async run({ startServer, dial, random }) {
      const client = await dial(await startServer());
      const pairs = [random.text(4), "", random.text(9), random.text(1)].map(pair);
      await client.send(Buffer.concat(pairs.map(([sent]) => sent)));
      for (const [, back] of pairs) await client.expect(back);
    },
  },

  long: {
    title: "reads a message of 100,000 bytes whole",
    why: "No single read returns so much, and all four bytes of the length count.",
    async run({ startServer, dial, random }) {
      const client = await dial(await startServer());
      const [sent, back] = pair(random.text(100_000));
      await Promise.all([client.send(sent), client.expect(back)]);
    },
  },

  "cut-off": {
    title: "closes when a message is cut off, without an answer, and serves the next client",
    why: "The end of the stream is the only sign that the rest will never come. Half a message is no message, and one client's fault is no other's.",
    async run({ startServer, dial, random }) {
      const server = await startServer();
      const [sent, back] = pair(random.text(6));
      for (const kept of [2, 4, 7]) {
        const client = await dial(server, { name: `cut off after ${kept}` });
        await client.send(sent.subarray(0, kept));
        client.end();
        await client.expectEnd();
      }
      const last = await dial(server, { name: "last" });
      await last.send(sent);
      await last.expect(back);
    },
  },
} satisfies Checks;
