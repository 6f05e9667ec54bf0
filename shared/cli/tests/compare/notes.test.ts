import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { notesFor } from "../../src/compare/notes.ts";
import { folderWith } from "./folder.ts";

/** What is asked of the notes for a program that is from these headings. */
function notes(
  files: Readonly<Record<string, string | Uint8Array>>,
  origins: string[],
  port?: number,
) {
  const comparison = {
    origins: origins.map((origin) => {
      const [note = "", heading = ""] = origin.split(", ");
      return { note, heading };
    }),
    program: { port },
  };
  return notesFor(comparison, folderWith(files));
}

/** Two small notes with headings that the course knows: of S1, and of S4. */
const ONE = "About sockets\n\n服务器端\nbinds\n\n端口复用\nlate 2121\nis late\n\n长连接\ngoes on\n";
const FOUR = "HTTP协议:\nasks\n\n    2. 非阻塞IO:\ndoes not wait\n客户端 :\nasks, too\n";

test.each([
  ["plain text", "a.txt", ONE],
  ["Markdown", "a.md", ONE.replace("端口复用", "## 3. **端口复用**")],
  [
    "HTML",
    "a.html",
    `<p>${ONE.replace("端口复用\n", "</p><h2 id='x'>二、端口复用</h2>&#x200b;")}</p>`,
  ],
  ["Windows' newlines and a byte order mark", "a.txt", `\ufeff${ONE.replaceAll("\n", "\r\n")}`],
  ["numbers and a full-width colon", "a.txt", ONE.replace("端口复用", "（7）端口复用：")],
])("a heading is found in %s, and its section ends at the next", (_, name, text) => {
  const [excerpt] = notes({ [name]: text }, ["S1, 端口复用"]);
  expect(excerpt).toMatchObject({ file: name, more: 0 });
  const lines = excerpt && "lines" in excerpt ? excerpt.lines : [];
  expect(lines.slice(1).map((line) => line.replace("\u200b", ""))).toEqual([
    "late 2121",
    "is late",
  ]);
});

test("a file in GB 18030 is read, too", () => {
  // 端口复用, 长连接
  const text = Buffer.from("b6cbbfdab8b4d3c30a6f6e650ab3a4c1acbdd30a", "hex");
  expect(notes({ "a.txt": text }, ["S1, 端口复用"])).toMatchObject([
    { lines: ["端口复用", "one"] },
  ]);
});

test("a file is known by its headings, whatever it is called", () => {
  const files = { "S1.txt": FOUR, "S4.txt": ONE };
  expect(notes(files, ["S4, 客户端", "S1, 长连接"])).toMatchObject([
    { file: "S1.txt", lines: ["客户端 :", "asks, too"] },
    { file: "S4.txt", lines: ["长连接", "goes on"] },
  ]);
});

test("a heading of another note is not taken for this one's", () => {
  const [answer] = notes({ "a.txt": FOUR }, ["S1, 客户端"]);
  expect(answer).toMatchObject({
    reason: expect.stringMatching(/this note's headings, .*端口复用.*a\.txt/),
  });
});

test("of two sections with one heading, the one with the program's port is meant", () => {
  const text = "多客户端\nport 2121\n文件\nport 8848\n多客户端\nport 8888\n";
  const files = { "a.txt": `${ONE}${text}` };
  expect(notes(files, ["S1, 多客户端"], 8888)).toMatchObject([
    { lines: ["多客户端", "port 8888"] },
  ]);
  expect(notes(files, ["S1, 多客户端"])).toMatchObject([{ lines: ["多客户端", "port 2121"] }]);
});

test("that port is a number of its own", () => {
  const files = { "a.txt": `${ONE}多客户端\nport 18888\n多客户端\nport 8888\n` };
  expect(notes(files, ["S1, 多客户端"], 8888)).toMatchObject([
    { lines: ["多客户端", "port 8888"] },
  ]);
});

test.each(["2.3 端口复用", "### 4. 2. 端口复用", "7 端口复用", "第 端口复用"])(
  "a heading may be numbered: %s",
  (line) => {
    const [excerpt] = notes({ "a.txt": ONE.replace("端口复用", line) }, ["S1, 端口复用"]);
    if (line.startsWith("第")) expect(excerpt).toHaveProperty("reason");
    else expect(excerpt).toMatchObject({ lines: [line, "late 2121", "is late"] });
  },
);

test("a beginning of a note is that note, though another note has a larger part there", () => {
  const files = { "S1.md": "服务器端\n2121\n客户端\nx\n" };
  expect(notes(files, ["S1, 服务器端"])).toMatchObject([{ lines: ["服务器端", "2121"] }]);
});

test("what is no file of text is passed over", () => {
  const folder = folderWith({ "a.txt": ONE });
  mkdirSync(join(folder, "b.md"));
  symlinkSync("nowhere", join(folder, "c.md"));
  const comparison = { origins: [{ note: "S1", heading: "长连接" }], program: { port: undefined } };
  expect(notesFor(comparison, folder)).toMatchObject([{ lines: ["长连接", "goes on"] }]);
});

test("a long section says how much more there is", () => {
  const files = { "a.txt": `${ONE}文件\n${"line\n".repeat(100)}` };
  const [excerpt] = notes(files, ["S1, 文件"]);
  expect(excerpt).toMatchObject({ more: 21 });
});

test("a heading that is not there: the nearest, in the file that has the others or the name", () => {
  const without = ONE.replace("长连接", "长的连接");
  expect(notes({ "a.txt": without }, ["S1, 长连接"])).toMatchObject([
    { reason: "a.txt has no line that is this heading; the nearest is 长的连接" },
  ]);
  expect(notes({ "001_x.txt": "nothing" }, ["S1, 长连接"])).toMatchObject([
    { reason: "001_x.txt has no line that is this heading" },
  ]);
});

test("what is ours is in no note", () => {
  expect(notes({ "a.txt": ONE }, ["ours"])).toMatchObject([{ reason: "no note has this program" }]);
});

test("a folder without a document says so", () => {
  expect(() => notes({ "a.pdf": "" }, ["S1, 文件"])).toThrow(/holds no .*\.txt/);
});
