import { expect, test } from "vitest";
import { play } from "../src/play.ts";
import { fixture } from "./fixture.ts";
import { messageOf } from "./message.ts";
import { scenes } from "./scenes.ts";

const chapter = fixture("90-fixture");

test("a scene is played before an audience", async () => {
  const heard: string[] = [];
  await play(scenes.hello, chapter, {
    ways: { server: "python", client: "node" },
    onStart: ({ name, command }) => heard.push(`${name} $ ${command}`),
    onLine: ({ name, stream, text }) => heard.push(`${name} ${stream} ${text}`),
    onEnd: ({ name, status }) => heard.push(`${name} ends ${status}`),
  });
  const port = /listening on 127\.0\.0\.1:(\d+)/.exec(heard.join("\n"))?.[1];
  expect(heard.slice(0, 3)).toEqual([
    "server (python) $ pnpm chapter 90 server --python --port 0",
    `server (python) stdout listening on 127.0.0.1:${port}`,
    `client (node) $ pnpm chapter 90 client --node --host 127.0.0.1 --port ${port}`,
  ]);
  // The server may have ended before the client's line is here.
  const [client, ...rest] = heard.slice(3).filter((line) => line.startsWith("client"));
  expect([client, rest]).toEqual(["client (node) stdout hello", ["client (node) ends 0"]]);
  expect(heard.slice(3).filter((line) => line.startsWith("server"))).toEqual([
    "server (python) ends 0",
  ]);
});

test("what a peer says and hears is told too, and the server is stopped at the end", async () => {
  const heard: string[] = [];
  await play(scenes.stranger, chapter, {
    ways: { server: "node" },
    onLine: ({ name, stream, text }) => heard.push(`${name} ${stream} ${text}`),
    onEnd: ({ name, status }) => heard.push(`${name} ends ${status}`),
  });
  expect(heard.slice(1)).toEqual([
    "stranger sent hello",
    "stranger received hello",
    "server (node) ends SIGINT",
  ]);
});

test("only the cast plays", async () => {
  expect(await messageOf(play(scenes.absent, chapter))).toBe('"client" is not in the cast: server');
});
