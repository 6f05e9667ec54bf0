import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { b } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import { chapter, dial, inTurn, scratch } from "@netnotes/test-harness";

const { start, ways } = chapter("10-socketserver");

describe.each(inTurn(ways("unix-server"), 2))("the %s unix-server", (way) => {
  test("takes a dead server's path, and not a living one's", async () => {
    const path = `${scratch()}/socket`;
    const at = { way, args: ["--path", path] };
    const killed = await start("unix-server", at);
    killed.signal("SIGKILL");
    await killed.ended();
    expect(existsSync(path)).toBe(true);

    const server = await start("unix-server", at);
    await expect(start("unix-server", at)).rejects.toThrow(/(bind|listen): EADDRINUSE/);
    const client = await dial(server);
    // Only Node has to connect to find out whether a server lives.
    if (way !== "node") await server.says("Got connection from ''");
    await client.expect("Thank you for connecting");
    await client.expectEnd();
  });

  test("leaves alone what is no socket", async () => {
    const path = `${scratch()}/thesis`;
    writeFileSync(path, "years of work");
    const refused = start("unix-server", { way, args: ["--path", path] });
    await expect(refused).rejects.toThrow(/(bind|listen): EADDRINUSE/);
    expect(readFileSync(path, "utf8")).toBe("years of work");
  });

  test("says in one line that its path is too long", async () => {
    const path = `${scratch()}/${"x".repeat(108)}`;
    const refused = start("unix-server", { way, args: ["--path", path] });
    await expect(refused).rejects.toThrow(/bind: AF_UNIX path too long \/.*xxx\\n/);
    const client = await start("unix-client", { way, args: ["--path", path] });
    await client.warns(/^connect: AF_UNIX path too long \/.*xxx$/);
    await client.exits(1);
  });

  test("says in one line that the folder of its path is missing", async () => {
    const refused = start("unix-server", { way, args: ["--path", "/nowhere/at/all"] });
    await expect(refused).rejects.toThrow(
      /E(NOENT|ACCES) .*\/nowhere\/at\/all \(its folder is not there/,
    );
  });
});

describe.each(ways("unix-datagram-server"))("the %s unix-datagram-server", (way) => {
  test("goes on after whom it can't answer, and who fetches no answers", async () => {
    const path = `${scratch()}/socket`;
    const killed = await start("unix-datagram-server", { way, args: ["--path", path] });
    killed.signal("SIGKILL");
    await killed.ended();
    const server = await start("unix-datagram-server", { way, args: ["--path", path] });

    const nameless = datagramSocket();
    nameless.sendto(b`who am I`, path);

    const gone = datagramSocket(`${path}.gone`);
    await server.whileStopped(() => {
      gone.sendto(b`good bye`, path);
      gone.close();
      rmSync(`${path}.gone`);
    });
    await server.says(`Got 8 bytes from '${path}.gone'`);
    await server.says(`lost '${path}.gone' ENOENT`);

    // More than the kernel keeps for it, unless net.unix.max_dgram_qlen has been raised.
    const idle = datagramSocket(`${path}.idle`);
    for (let count = 0; count < 30; count += 1) idle.sendto(b`and another`, path);
    const polite = datagramSocket(`${path}.polite`);
    polite.sendto(b`hello`, path);
    expect(polite.recv(100).toString()).toBe("Thank you for 5 bytes");
    for (const client of [nameless, idle, polite]) client.close();
  });
});

describe.each(ways("unix-datagram-client"))("the %s unix-datagram-client", (way) => {
  test("says in one line that no answer came, and leaves no file behind", async () => {
    const folder = scratch();
    const server = datagramSocket(`${folder}/socket`);
    const to = { path: `${folder}/socket` };
    const args = ["--timeout", "0.2", "--size", "3"];
    const client = await start("unix-datagram-client", { way, to, args });
    await client.warns(/^timed out after 0\.2 s \(.*\)$/);
    await client.exits(1);
    const [message, from] = server.recvfrom(100);
    expect(message.toString()).toBe("xxx");
    expect(existsSync(String(from))).toBe(false);
    server.close();
  });
});

function datagramSocket(path?: string): socket.Socket<socket.Address> {
  const made = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM);
  if (path !== undefined) made.bind(path);
  made.settimeout(10);
  return made;
}
