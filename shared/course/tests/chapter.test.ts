import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { chapterNames, readChapter, readCourse } from "../src/chapter.ts";
import { command } from "../src/command.ts";
import { CHAPTER } from "./bad-courses/bad-course.ts";
import { Course } from "./course-folder.ts";

test("a chapter is what lies on disk", () => {
  const { chapters } = new Course().lay();
  const [chapter] = readCourse(chapters);
  const folder = join(chapters, "01-greeting");
  expect(chapter).toMatchObject({
    number: "01",
    slug: "greeting",
    name: "01-greeting",
    title: "A greeting",
    folder,
    proofs: [
      { name: "order", summary: "The server speaks first.", on: undefined },
      { name: "silence", summary: "Nobody has to speak at all.", on: undefined },
    ],
  });
  expect(chapter?.programs.map(({ role, port }) => [role, port])).toEqual([
    ["server", 2121],
    ["client", 2121],
    ["bits", undefined],
  ]);
  expect(chapter?.programs.at(-1)).toEqual({
    role: "bits",
    summary: "Prints the bits of a flag.",
    files: { python: join(folder, "python/bits.py"), literal: join(folder, "literal/bits.ts") },
    without: { node: "the literal way is the same there" },
    port: undefined,
  });
});

test("programs come by pairs, each server before its client", () => {
  const course = new Course();
  const source = "argparse.ArgumentParser()";
  for (const role of ["poll-server", "chat-client", "chat-server", "one-client", "chat"]) {
    course.write(`${CHAPTER}/python/${role}.py`, source);
  }
  const [chapter] = readCourse(course.lay().chapters);
  expect(chapter?.programs.map(({ role }) => role)).toEqual([
    "server",
    "client",
    "bits",
    "chat",
    "chat-server",
    "chat-client",
    "one-client",
    "poll-server",
  ]);
});

test("parts and what a learner has are no programs", () => {
  const { chapters } = new Course()
    .write(`${CHAPTER}/node/mine.ts`, "parseArgs()")
    .write(`${CHAPTER}/proofs/mine.ts`, "/** Mine. */")
    .lay();
  const [chapter] = readCourse(chapters);
  expect(chapter?.programs.map(({ role }) => role)).toEqual(["server", "client", "bits"]);
  expect(chapter?.proofs.map(({ name }) => name)).toEqual(["order", "silence"]);
});

test("a proof says which platform it needs", () => {
  const { chapters } = new Course()
    .replace(`${CHAPTER}/proofs/order.ts`, " */\n", " */\n// on: linux\n")
    .lay();
  expect(readCourse(chapters)[0]?.proofs[0]?.on).toBe("linux");
});

test("only folders that are a package of the right name are chapters", () => {
  const { chapters } = new Course()
    .write("chapters/10-late/package.json", "{}")
    .write("chapters/02-gone/node_modules/x", "x")
    .write("chapters/drafts/package.json", "{}")
    .lay();
  expect(chapterNames(chapters)).toEqual(["01-greeting", "10-late"]);
  expect(() => readChapter(join(chapters, "drafts"))).toThrow("drafts is not a chapter");
});

test("a package.json that is not JSON is named", () => {
  const { chapters } = new Course().write(`${CHAPTER}/package.json`, "{").lay();
  expect(() => readCourse(chapters)).toThrow(/01-greeting\/package\.json is not JSON: /);
});

test("a client's environment has the command that starts its server", () => {
  const course = new Course()
    .write(`${CHAPTER}/python/chat-server.py`, "")
    .write(`${CHAPTER}/python/chat-client.py`, "")
    .write(`${CHAPTER}/python/first-server.py`, 'add_argument("--port", default=7000)')
    .write(`${CHAPTER}/python/one-client.py`, 'add_argument("--port", default=7000)')
    .write(`${CHAPTER}/python/lost-client.py`, 'add_argument("--port", default=7001)');
  const folder = join(course.lay().chapters, "01-greeting");
  const server = (program: string, ...args: string[]) =>
    command(join(folder, program), args).env["NETNOTES_SERVER"];
  expect(server("literal/client.ts")).toBe("pnpm chapter 01 server");
  expect(server("node/client.ts", "--port", "7")).toBe("pnpm chapter 01 server --node --port 7");
  expect(server("node/client.ts", "--port")).toBe("pnpm chapter 01 server --node");
  expect(server("python/chat-client.py", "--host=::1", "--loud")).toBe(
    "pnpm chapter 01 chat-server --python --host=::1",
  );
  expect(server("python/one-client.py")).toBe("pnpm chapter 01 first-server --python");
  expect(server("python/lost-client.py")).toBe("pnpm chapter 01 server --python");
  for (const role of ["any-server", "server"]) {
    writeFileSync(join(folder, `python/${role}.py`), 'add_argument("--port", default=7002)');
  }
  writeFileSync(join(folder, "python/late-client.py"), 'add_argument("--port", default=7002)');
  expect(server("python/late-client.py")).toBe("pnpm chapter 01 server --python");
  expect(server("literal/server.ts")).toBeUndefined();
});
