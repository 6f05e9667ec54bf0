/**
 * The scenes of this chapter: who starts, who says what.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Running, Scenes, Verbs } from "@netnotes/test-harness";

const WAITS = "等待IO发生";
const REPLY = "这是一条回复消息";

const BITS = `\
    11  1011
    14  1110
     &  1010  10
     |  1111  15
     ^  0101  5
11 << 2 == 44
14 >> 2 == 3
watched: 5 POLLIN POLLOUT
event: 17 POLLIN POLLHUP
besides POLLIN: POLLHUP
`;

/** What the server says next; in between, once or often, that it waits. */
async function says(server: Running, line: RegExp): Promise<void> {
  const either = new RegExp(`^(?:${WAITS}|${line.source})$`);
  while ((await server.says(either))[0] === WAITS);
}

/** Waits until a file has this content: nobody says when what is typed is logged. */
async function becomes(file: string, content: string): Promise<void> {
  const deadline = performance.now() + 10_000;
  while (readFileSync(file, "utf8") !== content) {
    if (performance.now() > deadline) throw new Error(`${file} is not ${JSON.stringify(content)}`);
    await setTimeout(5);
  }
}

/** A client connects and thinks; another one comes, and is served at once. */
async function answersTwo({ start, dial }: Verbs, role: string): Promise<void> {
  const server = await start(role);
  const first = await dial(server, { name: "first client" });
  await says(server, /Connect from \('127\.0\.0\.1', \d+\)/);
  const second = await dial(server, { name: "second client" });
  await says(server, /Connect from \('127\.0\.0\.1', \d+\)/);
  for (const client of [second, first]) {
    await client.send("你好");
    await says(server, /Receive: 你好/);
    await client.expect(REPLY);
    client.end();
    await client.expectEnd();
  }
}

export const scenes = {
  select: {
    title: "A client thinks, another one is served: the server waits for both, by select.",
    cast: { server: "server", client: "client" },
    async play({ start, dial }) {
      const server = await start("server");
      const first = await dial(server, { name: "first client" });
      await says(server, /Connect from \('127\.0\.0\.1', \d+\)/);
      const second = await start("client", { to: server });
      await says(server, /Connect from \('127\.0\.0\.1', \d+\)/);
      await second.prompts("Msg>>");
      second.type("你好\n");
      await says(server, /Receive: 你好/);
      await second.says(REPLY);
      await first.send("再见");
      await says(server, /Receive: 再见/);
      await first.expect(REPLY);
      await second.prompts("Msg>>");
      second.type("\n");
      await second.exits(0);
    },
  },

  poll: {
    title: "The same by poll.",
    cast: { server: "poll-server" },
    play: (verbs) => answersTwo(verbs, "poll-server"),
  },

  epoll: {
    title: "The same by epoll.",
    cast: { server: "epoll-server" },
    play: (verbs) => answersTwo(verbs, "epoll-server"),
  },

  nonblocking: {
    title: "The same by asking each, again and again.",
    cast: { server: "nonblocking-server" },
    play: (verbs) => answersTwo(verbs, "nonblocking-server"),
  },

  timeout: {
    title: "A client is answered in time, though in two pieces.",
    cast: { server: "timeout-client" },
    async play({ start, listen }) {
      const stranger = await listen({ name: "server" });
      const reply = Buffer.from(REPLY);
      const client = await start("timeout-client", { to: stranger });
      const peer = await stranger.accept();
      await peer.expect("你好");
      await peer.send(reply.subarray(0, 9));
      await peer.send(reply.subarray(9));
      await client.says(REPLY);
      await client.exits(0);
    },
  },

  log: {
    title: "What a client says and what is typed at the server goes into one file.",
    cast: { server: "log-server", client: "log-client" },
    async play({ start, scratch }) {
      const file = join(scratch(), "selectdemo.txt");
      const server = await start("log-server", { args: ["--file", file] });
      const client = await start("log-client", { to: server });
      await client.prompts("Msg>>");
      await server.says("已连接......");
      client.type("你好\n");
      await server.says("已经接收内容并写如select>>>.txt文件内");
      await server.says(" 内容: 你好");
      await client.says("接收成功!");
      await client.prompts("Msg>>");
      server.type("有内鬼\n");
      await becomes(file, "你好\n有内鬼\n");
      server.endInput();
      client.type("再见\n");
      await server.says("已经接收内容并写如select>>>.txt文件内");
      await server.says(" 内容: 再见");
      await client.says("接收成功!");
      await becomes(file, "你好\n有内鬼\n再见\n");
      await client.prompts("Msg>>");
      client.type("\n");
      await client.exits(0);
    },
  },

  bits: {
    title: "Bits, and flags as a filter.",
    cast: { server: "bits" },
    async play({ start }) {
      const program = await start("bits");
      for (const line of BITS.trimEnd().split("\n")) await program.says(line);
      await program.exits(0);
    },
  },
} satisfies Scenes;
