import { expect, test } from "vitest";
import { nearest } from "../src/nearest.ts";

const ROLES = ["server", "client", "chat-server", "chat-client"];

test.each([
  ["left out", "serer", "server"],
  ["put in", "serrver", "server"],
  ["exchanged", "surver", "server"],
  ["swapped", "cleint", "client"],
  ["a capital", "Server", "server"],
  ["two slips in a long name", "chat-sevrerr", "chat-server"],
])("a letter %s", (_, typed, meant) => {
  expect(nearest(typed, ROLES)).toBe(meant);
});

test.each(["demo", "srvrs1", "", "05", "x"])("%j is near to nothing", (typed) => {
  expect(nearest(typed, ROLES)).toBeUndefined();
});

test("the nearest of several is meant, the first of equals", () => {
  expect(nearest("chat-clien", ROLES)).toBe("chat-client");
  expect(nearest("pole", ["pool", "role"])).toBe("role");
  expect(nearest("bot", ["bat", "bit"])).toBe("bat");
});
