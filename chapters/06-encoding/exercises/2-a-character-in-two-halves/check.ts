import type { Checks } from "@netnotes/exercises";

const HANZI = Array.from("网络编程黑马你好世界汉字");
/** Of one byte in UTF-8, of two, of three, and of four: outside of the first 65,536. */
const WIDTHS = ["a", "é", "中", "𠮷"];

function number(character: string): string {
  const hex = character.codePointAt(0)?.toString(16).toUpperCase() ?? "";
  return `U+${hex.padStart(4, "0")}\n`;
}

function numbers(text: string): string {
  return Array.from(text).map(number).join("");
}

export default {
  "at-once": {
    title: "says each character's number as soon as its last byte has come",
    why: "Nobody knows whether more will come. A reader that keeps a whole character back, to be sure, keeps its client waiting.",
    async run({ startServer, dial, random }) {
      const client = await dial(await startServer(), { name: "client" });
      for (const character of random.shuffled([...WIDTHS, random.pick(HANZI)])) {
        await client.send(character);
        await client.expect(number(character));
      }
    },
  },

  halves: {
    title: "puts a character together that comes in two reads",
    why: "The kernel hands over bytes and knows no characters: a read may end after any byte. What is unfinished has to wait for the next read, as bytes.",
    async run({ startServer, dial, random, sendApart }) {
      const client = await dial(await startServer(), { name: "client" });
      for (const character of WIDTHS) {
        const bytes = Buffer.from(character);
        for (let cut = 1; cut < bytes.length; cut += 1) {
          await sendApart(client, [bytes.subarray(0, cut), bytes.subarray(cut)]);
          await client.expect(number(character));
        }
      }
      // The end of one and the beginning of the next come together.
      const text = random.shuffled([...WIDTHS, ...HANZI.slice(0, 4)]).join("");
      await sendApart(client, random.pieces(text, 6));
      await client.expect(numbers(text));
    },
  },

  "no-character": {
    title: "says U+FFFD for bytes that are no character, and goes on",
    why: "Whoever reads must outlive what a stranger sends. Bytes that will never be a character, however many follow, must not keep those behind them back.",
    async run({ startServer, dial, random, sendApart }) {
      const client = await dial(await startServer(), { name: "client" });
      const good = random.pick(HANZI);
      const [lead = 0, ...others] = Buffer.from(good);
      await client.send(Buffer.of(0xff));
      await client.expect("U+FFFD\n");
      await client.send(Buffer.of(0xff, lead, ...others.slice(0, 1)));
      await client.expect("U+FFFD\n");
      await client.send(Buffer.from(others.slice(1)));
      await client.expect(number(good));
      // The beginning of a character, and then another one: in one read, and in two.
      await client.send(Buffer.of(lead, 0x61));
      await client.expect(`U+FFFD\n${number("a")}`);
      await sendApart(client, [Buffer.from(good).subarray(0, 2), "a"]);
      await client.expect(`U+FFFD\n${number("a")}`);
    },
  },

  end: {
    title: "says U+FFFD for a half at the end, and begins anew with the next client",
    why: "At the end of the stream a half will stay one, and to say nothing of it would hide that something is missing. It belongs to that connection, not to the next one.",
    async run({ startServer, dial, random, sendApart }) {
      const server = await startServer();
      const word = random.pick(HANZI);
      const cutOff = Buffer.from(`${word}中`).subarray(0, -1);
      const first = await dial(server, { name: "first" });
      await first.send(cutOff);
      first.end();
      await first.expect(`${number(word)}U+FFFD\n`);
      await first.expectEnd();

      const broken = await dial(server, { name: "broken" });
      await sendApart(broken, [cutOff.subarray(0, -1), cutOff.subarray(-1)]);
      await broken.expect(number(word));
      broken.reset();

      const last = await dial(server, { name: "last" });
      await last.send("文");
      await last.expect(number("文"));
    },
  },
} satisfies Checks;
