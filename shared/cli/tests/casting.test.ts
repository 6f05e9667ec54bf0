import type { Chapter, Program } from "@netnotes/course/chapter";
import { expect, test } from "vitest";
import { casting } from "../src/casting.ts";

const program = (role: string, ...ways: string[]): Program => ({
  role,
  summary: "",
  files: Object.fromEntries(ways.map((way) => [way, `/${way}/${role}`])),
  without: { node: "the runtime has no such call" },
  port: undefined,
});

const chapter: Chapter = {
  number: "05",
  slug: "udp",
  name: "05-udp",
  title: "UDP",
  folder: "/05-udp",
  programs: [program("server", "python", "literal", "node"), program("bits", "python")],
  proofs: [],
};
const scene = { title: "", cast: { server: "server", client: "bits" }, play: async () => {} };

test("a program without the literal way is played in one that it has", () => {
  expect(casting(chapter, scene, {})).toEqual({ server: "literal", client: "python" });
});

test("servers and clients may have different ways", () => {
  const wishes = { server: "node", client: "python" };
  expect(casting(chapter, scene, wishes)).toEqual({ server: "node", client: "python" });
});

test("a way that a program does not have is refused with the chapter's reason", () => {
  expect(() => casting(chapter, scene, { node: true })).toThrow(
    expect.objectContaining({ name: "MissingWay", reason: "the runtime has no such call" }),
  );
});
