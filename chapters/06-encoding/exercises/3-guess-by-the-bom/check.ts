import type { Checks, Random } from "@netnotes/exercises";
import * as codecs from "@netnotes/stdlib/codecs";

const HANZI = Array.from("网络编程黑马你好世界汉字");
const MARKS = { "utf-8": "efbbbf", "utf-16le": "fffe", "utf-16be": "feff" };

function text(random: Random, length: number): string {
  return Array.from({ length }, () => random.pick(HANZI)).join("");
}

export default {
  plain: {
    title: "takes a text without a mark for UTF-8, if it is",
    why: "Most UTF-8 has no mark. Much of it can be read as GBK, too, but little GBK as UTF-8: so UTF-8 has to be tried first.",
    async run({ startServer, dial, random, sendApart }) {
      const server = await startServer();
      // Correct GBK as well; a first byte like the mark's; the mark where it is none; blanks; much.
      const middle = `${text(random, 1)}\uFEFF${text(random, 1)}`;
      const blanks = `\n ${text(random, 2)} \t\n\n`;
      for (const plain of ["黑马", `！${text(random, 2)}`, middle, blanks, text(random, 1000)]) {
        const client = await dial(server, { name: "client" });
        await sendApart(client, random.pieces(plain, 3));
        client.end();
        await client.expect(`utf-8\n${plain}`);
        await client.expectEnd();
      }
    },
  },

  marks: {
    title: "takes a mark's word for it, and leaves the mark out",
    why: "The mark U+FEFF at the beginning says in which encoding, and in which byte order, it was written itself. It is no part of the text; further on it is a character like others.",
    async run({ startServer, dial, random, sendApart }) {
      const server = await startServer();
      for (const [encoding, mark] of Object.entries(MARKS)) {
        // Right after the mark: the same once more, and a character with bytes like the mark's.
        const marked = `\uFEFF，${text(random, 2)}\uFEFF${random.text(2)}𠮷`;
        const client = await dial(server, { name: encoding });
        // The mark comes in two reads.
        const bytes = codecs.encode(marked, encoding);
        const [first = 0, ...others] = Buffer.from(mark, "hex");
        await sendApart(client, [Buffer.of(first), Buffer.from([...others, ...bytes])]);
        client.end();
        await client.expect(`${encoding}\n${marked}`);
        await client.expectEnd();
      }
    },
  },

  gbk: {
    title: "takes for GBK what is not UTF-8",
    why: "UTF-8 has rules that other encodings break at once: a strict decoder knows. A lax one takes 联通 in GBK for UTF-8, where no character begins with c1.",
    async run({ startServer, dial, random }) {
      const server = await startServer();
      for (const gbk of ["联通", `${random.text(3000)}${text(random, 2)}联`]) {
        const client = await dial(server, { name: "client" });
        await client.send(codecs.encode(gbk, "gbk"));
        client.end();
        await client.expect(`gbk\n${gbk}`);
        await client.expectEnd();
      }
    },
  },

  short: {
    title: "answers a text that is shorter than a mark, or nothing but a mark",
    why: "What comes may be less than a program looks for. The shortest texts are where it reads beyond the end.",
    async run({ startServer, dial, random }) {
      const server = await startServer();
      const letter = random.text(1);
      const answers = Object.entries(MARKS).map(([encoding, mark]) => [mark, `${encoding}\n`]);
      const plain = Buffer.from(letter).toString("hex");
      for (const [bytes = "", answer = ""] of [
        ["", "utf-8\n"],
        [plain, `utf-8\n${letter}`],
        ...answers,
      ]) {
        const client = await dial(server, { name: "client" });
        await client.send(Buffer.from(bytes, "hex"));
        client.end();
        await client.expect(answer);
        await client.expectEnd();
      }
    },
  },
} satisfies Checks;
