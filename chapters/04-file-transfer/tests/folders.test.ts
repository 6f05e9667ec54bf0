import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { chapter, dial, inTurn, listen, scratch } from "@netnotes/test-harness";

const { start, ways } = chapter("04-file-transfer");

const onLinux = process.platform === "linux";
if (!onLinux) console.warn("a folder that takes none is skipped: only Linux has /proc");

/** Programs in all their ways; in one of them outside CI. */
const waysOf = (...roles: string[]) =>
  roles.flatMap((role, turn) => inTurn(ways(role), turn).map((way) => [role, way] as const));

describe.each(inTurn(ways("server"), 2))("the %s server", (way) => {
  test.each(["", "."])("refuses the folder '%s' before it listens", async (to) => {
    const server = start("server", { way, args: ["--to", to], cwd: scratch() });
    await expect(server).rejects.toThrow(/--to must be a file, not a folder\\n[^]*exit status 2/);
  });

  test("keeps nothing of what it can't rename", async () => {
    const folder = scratch();
    const to = join(folder, "file.txt");
    const server = await start("server", { way, args: ["--to", to] });
    mkdirSync(to);
    const client = await dial(server);
    await client.send("some text");
    client.end();
    await server.warns(/^rename: EISDIR .*file\.txt/);
    await server.exits(1);
    expect(readdirSync(folder)).toEqual(["file.txt"]);
  });
});

const FOLDERS = waysOf("multi-server", "checked-server");

describe.each(FOLDERS)("the %s, %s way", (role, way) => {
  test("makes the folder that it is told, with those above it", async () => {
    const to = join(scratch(), "a", "b");
    await start(role, { way, args: ["--to", to] });
    await start(role, { way, args: ["--to", to] });
    expect(readdirSync(to)).toEqual([]);
  });

  test.runIf(onLinux)("says in one line that a folder can't be made", async () => {
    const server = start(role, { way, args: ["--to", "/proc/nowhere/received"] });
    await expect(server).rejects.toThrow(
      /(system|mkdir): ENOENT no such file or directory \/proc\/nowhere\\n[^]*exit status 1/,
    );
  });

  test("does not take a file for a folder", async () => {
    const to = join(scratch(), "file");
    writeFileSync(to, "");
    const server = start(role, { way, args: ["--to", to] });
    await expect(server).rejects.toThrow(/(system|mkdir): EEXIST file [^]*exit status 1/);
  });
});

describe.each(waysOf("client", "multi-client", "checked-client"))("the %s, %s way", (role, way) => {
  test("refuses a folder, and two files, and connects to nobody", async () => {
    const server = await listen();
    const folder = scratch();
    const client = await start(role, { way, to: server, args: [folder] });
    await client.warns(new RegExp(`^(system|open): EISDIR .* ${folder}$`));
    await client.exits(1);
    const both = await start(role, { way, to: server, args: ["one", "two"] });
    const { status, stdout, stderr } = await both.ended();
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/unrecognized arguments: two\n$/);
    await expect(server.accept({ within: 200 })).rejects.toThrow("not within 200 ms");
  });
});
