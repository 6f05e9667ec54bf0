import { setInterval } from "node:timers";
import { describe, expect, onTestFinished, test } from "vitest";
import { chapter, dial, listen, testChapter } from "@netnotes/test-harness";
import * as socket from "@netnotes/stdlib/socket";
import { scenes } from "../demo.ts";
import { askUntilUnread, everything, withSmallBuffers } from "./slow-client.ts";

const { start, ways } = chapter("08-select");

const REPLY = "这是一条回复消息";
const LINUX = process.platform === "linux";
if (!LINUX) console.warn("epoll-server is skipped: only Linux has epoll");

const { epoll, ...others } = scenes;
testChapter("08-select", LINUX ? { ...others, epoll } : others, {
  except: LINUX ? {} : { interrupt: ["epoll-server"] },
});

const roles = ["server", "poll-server", "nonblocking-server", ...(LINUX ? ["epoll-server"] : [])];
const servers = roles.flatMap((role) => ways(role).map((way) => [way, role] as const));

describe.each(servers)("the %s %s", (way, role) => {
  test("loses nobody but those who die, and no character that comes in two halves", async () => {
    const server = await start(role, { way });
    const polite = await dial(server, { name: "polite" });
    const ask = async (question: string | Uint8Array) => {
      await polite.send(question);
      await polite.expect(REPLY);
    };
    await ask(Buffer.from("你").subarray(0, 2));

    const angry = await dial(server, { name: "angry" });
    await angry.send("你好");
    angry.reset();
    await ask(Buffer.from("你").subarray(2));

    const hasty = await dial(server, { name: "hasty" });
    await hasty.send("你好");
    hasty.close();
    await ask("再");

    const strange = await dial(server, { name: "strange" });
    await strange.send(Buffer.of(0xff, 0x00, 0xe4, 0xb8));
    await strange.expect(REPLY);
    strange.close();
    await ask("见");

    // It has said all before the server can look, and hears all before the server ends, too.
    await polite.send("完");
    polite.end();
    await polite.expect(REPLY);
    await polite.expectEnd();
    server.signal("SIGINT");
    const { stdout } = await server.ended();
    const rounds = stdout.split("\n").filter((line) => line === "等待IO发生").length;
    expect(rounds, "it turned round without news").toBeLessThan(50);
    const texts = stdout.split("\n").filter((line) => line.startsWith("Receive:"));
    const expected = ["你", "再", "\uFFFD\0", "\uFFFD", "见", "完"].map(
      (text) => `Receive: ${text}`,
    );
    expect(texts.filter((text) => text !== "Receive: 你好").sort()).toEqual(expected.sort());
  });
});

/** Python's servers decide it as these do; its log server and Node's are in log.test.ts. */
const balanced = ["server", "poll-server", ...(LINUX ? ["epoll-server"] : [])];

describe.runIf(ways("server").includes("literal")).each(balanced)("the literal %s", (role) => {
  test("reads no more from one that takes no replies, and goes on when it does", async () => {
    const server = await start(role);
    const polite = await dial(server, { name: "polite" });
    const slow = withSmallBuffers(server.address.port ?? 0);
    const question = Buffer.alloc(512, "?");
    await askUntilUnread(
      slow,
      () => question,
      async () => {
        await polite.send("你好");
        await polite.expect(REPLY);
      },
      100,
    );
    slow.shutdown(socket.SHUT_WR);
    const replies = await everything(slow);
    expect(replies % Buffer.byteLength(REPLY)).toBe(0);
    expect(replies).toBeGreaterThan(0);
  });
});

describe.each(ways("client"))("the %s client", (way) => {
  test("prints what comes, never half a character, and ends with an empty line", async () => {
    const server = await listen();
    const client = await start("client", { way, to: server });
    const peer = await server.accept();
    const reply = Buffer.from(REPLY);
    for (const [piece, text] of [
      [reply.subarray(0, 7), "这是"],
      [reply.subarray(7), "一条回复消息"],
    ] as const) {
      await client.prompts("Msg>>");
      client.type("你好\n");
      await peer.expect("你好");
      await peer.send(piece);
      await client.says(text);
    }
    await client.prompts("Msg>>");
    client.type("\n");
    await peer.expectEnd();
    await client.exits(0);
  });

  test("says in one line that the server has closed", async () => {
    const server = await listen();
    const client = await start("client", { way, to: server });
    const peer = await server.accept();
    await client.prompts("Msg>>");
    client.type("你好\n");
    await peer.expect("你好");
    peer.end();
    await client.warns("the server has closed the connection");
    await client.exits(1);
  });
});

describe.each(ways("timeout-client"))("the %s timeout-client", (way) => {
  test("waits no longer for an answer that drips", async () => {
    const server = await listen();
    const client = await start("timeout-client", { way, to: server, args: ["--timeout", "0.3"] });
    const peer = await server.accept();
    const reply = Buffer.from(REPLY);
    let at = 0;
    const drip = setInterval(() => void peer.send(reply.subarray(at, ++at)), 50);
    onTestFinished(() => clearInterval(drip));
    await client.warns("timed out after 0.3 s (a longer --timeout may help)");
    await client.exits(1);
  });
});
