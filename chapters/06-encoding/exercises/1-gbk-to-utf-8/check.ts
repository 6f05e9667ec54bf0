import type { Checks, Random } from "@netnotes/exercises";
import * as codecs from "@netnotes/stdlib/codecs";

/** In GBK the second bytes of the last three look like a letter, like `|` and like `\\`. */
const HANZI = Array.from("网络编程黑马你好世界汉字們體瓅誠");

function text(random: Random, length: number): string {
  return Array.from({ length }, () => random.pick(HANZI)).join("");
}

function gbk(text: string): Buffer {
  return codecs.encode(text, "gbk");
}

export default {
  text: {
    title: "answers each line in UTF-8, as soon as it has come",
    why: "The same character has other bytes in the other table: bytes become characters by the table they were written with, and bytes again by the one that is asked for.",
    async run({ startServer, dial, random }) {
      const client = await dial(await startServer(), { name: "client" });
      const words = [text(random, 2), random.text(5), `${text(random, 3)} aB1!`];
      for (const line of words.map((word) => `${word}\n`)) {
        await client.send(gbk(line));
        await client.expect(line);
      }
    },
  },

  split: {
    title: "answers a line that comes a byte at a time",
    why: "A read may end anywhere, within a character too. Half a character can't be decoded, and a line is over where its newline is.",
    async run({ startServer, dial, random, sendApart }) {
      const client = await dial(await startServer(), { name: "client" });
      for (const line of [`${text(random, 3)}\n`, `a${text(random, 2)}b\n`]) {
        await sendApart(
          client,
          [...gbk(line)].map((byte) => Buffer.of(byte)),
        );
        await client.expect(line);
      }
    },
  },

  joined: {
    title: "answers every line when several come at once",
    why: "TCP joins what is sent apart: one read may hold many lines, and the beginning of one more. A line is over at its newline, and nothing before that is another end of it.",
    async run({ startServer, dial, random }) {
      const client = await dial(await startServer(), { name: "client" });
      const lines = [2, 1, 3, 0, 2].map((length) => `${text(random, length)}\n`);
      // Blanks at the ends are of the line, too, and a \r wherever it is.
      lines.push(`  ${text(random, 1)} \t\n`, `${text(random, 1)}\ra\r\n`, "\r\n");
      const last = gbk(`${text(random, 600)}\n`);
      // The last line begins in the first piece, with half a character.
      await client.send(Buffer.concat([gbk(lines.join("")), last.subarray(0, 3)]));
      await client.expect(lines.join(""));
      await client.send(last.subarray(3));
      await client.expect(codecs.decode(last, "gbk"));
    },
  },

  "not-gbk": {
    title: 'answers "error: not GBK" to a line that is not, and goes on',
    why: "Whoever sends may use another table than was agreed. A server says so and outlives it; replacing what is wrong would pass on a text that nobody wrote.",
    async run({ startServer, dial, random }) {
      const server = await startServer();
      const client = await dial(server, { name: "client" });
      const good = `${text(random, 2)}\n`;
      const wrong = [Buffer.from("中"), Buffer.of(0xd6, 0x20), Buffer.of(0x61, 0xd6)];
      for (const line of wrong) {
        await client.send(Buffer.concat([line, Buffer.from("\n"), gbk(good)]));
        await client.expect(`error: not GBK\n${good}`);
      }
    },
  },

  end: {
    title: "closes the connection when its client has ended, and serves the next one",
    why: "A client that ends its direction still reads, until the end comes from the other side. What has no newline is the beginning of a line whose rest was lost: nobody knows what it was to be.",
    async run({ startServer, dial, random }) {
      const server = await startServer();
      // Nothing, the beginning of a line, and that of a character.
      const rests = [gbk(""), gbk(text(random, 2)), gbk(text(random, 1)).subarray(0, 1), gbk("")];
      for (const [at, rest] of rests.entries()) {
        const client = await dial(server, { name: `client ${at + 1}` });
        const line = `${text(random, 3)}\n`;
        await client.send(Buffer.concat([gbk(line), rest]));
        await client.expect(line);
        client.end();
        await client.expectEnd();
      }
    },
  },
} satisfies Checks;
