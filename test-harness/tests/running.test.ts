import { describe, expect, test } from "vitest";
import { dial, listen, startFile } from "@netnotes/test-harness";
import { signalGroup } from "../src/groups.ts";
import { fixture } from "./fixture.ts";
import { messageOf } from "./message.ts";

const soon = { within: 200 };

describe("a server", () => {
  test("is ready when it says where it listens", async () => {
    const server = await startFile(fixture("echo-server.ts"));
    expect(server.address).toMatchObject({ host: "127.0.0.1" });
    expect(server.address.port).toBeGreaterThan(0);
  });

  test("that is never ready fails at the deadline", async () => {
    const message = await messageOf(startFile(fixture("never-ready-server.ts"), soon));
    expect(message).toMatch(/expected a line that matches \/\^listening on .*not within 200 ms/);
    expect(message).toMatch(/starts: .*run\.cjs .*never-ready-server\.ts --port 0/);
  });

  test("that says something else first fails at once", async () => {
    const message = await messageOf(startFile(fixture("chatty-server.ts")));
    expect(message).toContain("the next line does not match");
    expect(message).toContain("< starting up …\\n");
  });

  test("that dies early fails with its stderr and its status", async () => {
    const message = await messageOf(startFile(fixture("early-death-server.ts")));
    expect(message).toContain("but the stream ended");
    expect(message).toContain("! no socket today\\n");
    expect(message).toContain("ended with exit status 3");
  });

  test("that can't be started says why", async () => {
    const options = { cwd: "/nowhere/at/all" };
    const message = await messageOf(startFile(fixture("echo-server.ts"), options));
    expect(message).toContain("ENOENT");
  });
});

describe("what a program says", () => {
  test("is read line by line, with a caret at the first byte that differs", async () => {
    const program = await startFile(fixture("half.ts"));
    const message = await messageOf(program.says("好吗"));
    expect(message).toContain(
      [
        "  expected  好吗\\n",
        "  but came  好\\n名字:\\xe4\\xbd",
        "              ^ after 3 equal bytes",
      ].join("\n"),
    );
  });

  test("may end in half a character", async () => {
    const program = await startFile(fixture("half.ts"));
    await program.says("好");
    await program.prompts("名字:");
    const message = await messageOf(program.exits(0));
    expect(message).toContain("nobody has read this of its stdout");
    expect(message).toContain("\\xe4\\xbd");
  });

  test("without its newline is no line", async () => {
    const program = await startFile(fixture("half.ts"));
    await program.says("好");
    expect(await messageOf(program.says(/名字/))).toContain("but the stream ended");
  });

  test("is answered on its standard input", async () => {
    const program = await startFile(fixture("cat.ts"), { args: ["careful"] });
    await program.warns("careful");
    await program.prompts("? ");
    program.type("你好\n");
    await program.says("你好");
    await program.prompts("? ");
    program.endInput();
    await program.exits(0);
  });

  test("is checked on standard error too", async () => {
    const program = await startFile(fixture("cat.ts"), { args: ["careful"], stdin: "" });
    await program.prompts("? ");
    expect(await messageOf(program.exits(0))).toMatch(
      /nobody has read this of its stderr:\n.*careful/,
    );
  });

  test("may be said on standard error, too, where that is agreed", async () => {
    const options = { args: ["careful"], stdin: "", mayWarn: true };
    const program = await startFile(fixture("cat.ts"), options);
    await program.prompts("? ");
    await program.exits(0);
  });

  test("may be 50 MB: most is counted and dropped, and the message stays short", async () => {
    const program = await startFile(fixture("flood.ts"));
    await program.says(/^x{63}$/);
    const message = await messageOf(program.exits(0));
    expect(message).toMatch(/bytes cut … .* and \d+ bytes more\n/);
    expect(message).toMatch(/ended with exit status 0/);
    expect(message.length).toBeLessThan(20_000);
  });

  test("after what was dropped can't be expected any more", async () => {
    const program = await startFile(fixture("flood.ts"));
    await program.ended();
    const pattern = /^x{63}$/;
    const kept = 4 * 1024 * 1024;
    for (let line = 0; line < Math.floor(kept / 64); line += 1) await program.says(pattern);
    expect(await messageOf(program.says(pattern))).toMatch(
      /nothing read it in time: \d+ bytes .* dropped/,
    );
  });
});

describe("the end of a program", () => {
  test("is its status or its signal, and both are checked", async () => {
    const program = await startFile(fixture("cat.ts"));
    await program.prompts("? ");
    program.signal("SIGTERM");
    expect(await messageOf(program.exits(0))).toContain(
      "expected to end with exit status 0, but it ended by SIGTERM",
    );
    await program.exits({ signal: "SIGTERM" });
  });

  test("is waited for no longer than the deadline", async () => {
    const program = await startFile(fixture("cat.ts"));
    expect(await messageOf(program.exits(0, soon))).toContain("it still runs (not within 200 ms)");
  });

  test("shows what it has left behind, and stopping it stops that too", async () => {
    const stranger = await listen();
    const args = [String(stranger.address.port)];
    const program = await startFile(fixture("parent.ts"), { args });
    const orphan = await stranger.accept();
    await program.says("orphaned");
    expect(await messageOf(program.exits(0, { within: 1000 }))).toMatch(
      /it left processes behind that hold its output open:\n {2}\d+ .*orphaned/s,
    );
    await program.stop();
    // By now its number may be another program's.
    expect(signalGroup(program.pid, 0)).toBe(false);
    await orphan.expectOver();
    await program.exits(0);
  });
});

describe("stopping", () => {
  test("ends a flood", async () => {
    const server = await startFile(fixture("flood-server.ts"));
    await server.warns(/^y+$/, soon).catch(() => {}); // a line without end: the flood has begun
    await server.stop();
    expect((await server.ended()).status).toBe("SIGINT");
  });

  test("takes SIGTERM where SIGINT is ignored, SIGKILL where that is too, and says so", async () => {
    const deaf = await startFile(fixture("deaf-server.ts"), { args: ["SIGINT"] });
    const deafer = await startFile(fixture("deaf-server.ts"), { args: ["SIGINT", "SIGTERM"] });
    const messages = await Promise.all([messageOf(deaf.stop()), messageOf(deafer.stop())]);
    expect(messages[0]).toContain("ignored SIGINT for 2 s; SIGTERM ended it");
    expect(messages[1]).toContain("ignored SIGINT for 2 s; SIGKILL ended it");
  });

  test("can be done twice, and to what has ended", async () => {
    const server = await startFile(fixture("echo-server.ts"));
    await server.stop();
    await server.stop();
    await server.exits({ signal: "SIGINT" });
  });

  test("leaves nobody to talk to", async () => {
    const server = await startFile(fixture("echo-server.ts"));
    await server.stop();
    expect(await messageOf(dial(server))).toContain("ECONNREFUSED");
  });
});
