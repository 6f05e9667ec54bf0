import { spawnSync } from "node:child_process";
import { connect, type Socket } from "node:net";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { chapter, dial, inTurn, type Running, startFile, THOROUGH } from "@netnotes/test-harness";

const { start, ways } = chapter("08-select");

const REPLY = Buffer.byteLength("这是一条回复消息");
const LINUX = process.platform === "linux";

/** Elsewhere fewer clients, and fewer of the ways that are alike. */
const MANY = THOROUGH ? 5000 : 1100;
const limit = Number(spawnSync("sh", ["-c", "ulimit -Hn"]).stdout) || Infinity;

/** Whether this process and a server may have so many connections. */
function isRoomFor(clients: number): boolean {
  if (limit >= clients + 200) return true;
  console.warn(`${clients} clients are left out: the limit of open files is ${limit}`);
  return false;
}

const selecting = ways("server").filter((way) => THOROUGH || way !== "node");

describe.runIf(isRoomFor(1024)).each(selecting)("the %s server", (way) => {
  test("serves 900 clients; beyond select's end it turns away, and says so", async () => {
    const server = await start("server", { way });
    const clients = await crowd(server, 900);
    expect(clients).toHaveLength(900);
    if (way === "node") return;

    // Up to descriptor 1023, whatever else the server has open.
    const more = await crowd(server, 124);
    expect(more.length).toBeLessThan(124);
    clients[1]?.destroy();
    // The next round: it has closed that one by now.
    expect(await isAnswered(clients[0])).toBe(true);
    expect(await crowd(server, 1)).toHaveLength(1);
    server.signal("SIGINT");
    const { stdout } = await server.ended();
    expect(stdout).toMatch(
      /^turned away \('127\.0\.0\.1', \d+\) no descriptor below 1024 is free$/m,
    );
  });
});

const servers = [
  ...inTurn(ways("poll-server"), 2).map((way) => [way, "poll-server"] as const),
  ...(LINUX ? inTurn(ways("epoll-server"), 1) : []).map((way) => [way, "epoll-server"] as const),
];

describe.runIf(isRoomFor(MANY)).each(servers)("the %s %s", (way, role) => {
  test(`serves ${MANY} clients`, async () => {
    const server = await start(role, { way });
    const clients = await crowd(server, MANY);
    expect(clients).toHaveLength(MANY);
    expect(await isAnswered(clients[0])).toBe(true);
  });
});

const hasPrlimit = spawnSync("sh", ["-c", "prlimit --version"]).status === 0;
if (!hasPrlimit) console.warn("a full server is left out: there is no prlimit here to make one");

describe.runIf(hasPrlimit).each(inTurn(selecting, 1))("the %s server", (way) => {
  test("turns away whom it has no descriptor for, and goes on", async () => {
    const server = await start("server", { way });
    const first = await dial(server, { name: "first" });
    await first.send("你好");
    await first.expect("这是一条回复消息");
    spawnSync("sh", ["-c", "prlimit --pid=$0 --nofile=60", `${server.pid}`]);
    const clients = await crowd(server, 60);
    expect(clients.length).toBeLessThan(60);
    clients[0]?.destroy();
    await first.send("你好");
    await first.expect("这是一条回复消息");
    expect(await crowd(server, 1)).toHaveLength(1);
  });
});

describe.each(ways("server").filter((way) => way !== "node"))("the %s servers", (way) => {
  test("turn away whom the system has no file for", async () => {
    // No test may bring the whole system there: here accept says so, and it has room.
    const [python, literal] = [
      new URL("./full-system.py", import.meta.url),
      new URL("./full-system.ts", import.meta.url),
    ];
    const program = await startFile(fileURLToPath(way === "python" ? python : literal));
    await program.says(/^turned away \('127\.0\.0\.1', \d+\) ENFILE$/);
    await program.says("the end");
    await program.exits(0);
  });
});

/**
 * So many clients at once, each answered before the next hundred come.
 *
 * @returns those that were answered; it stops at the first that is turned away
 */
async function crowd(server: Running, count: number): Promise<Socket[]> {
  const clients: Socket[] = [];
  while (clients.length < count) {
    const size = Math.min(100, count - clients.length);
    const some = Array.from({ length: size }, () => {
      const client = connect({ host: "127.0.0.1", port: server.address.port ?? 0 });
      client.on("error", () => {}); // it is turned away: 'close' follows
      onTestFinished(() => void client.destroy());
      return client;
    });
    const answers = await Promise.all(some.map(isAnswered));
    clients.push(...some.filter((_, at) => answers[at]));
    if (answers.includes(false)) break;
  }
  return clients;
}

/** Asks, and waits for the whole reply, or for the end. */
function isAnswered(client: Socket | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    let got = 0;
    client?.on("data", (data) => {
      got += data.length;
      if (got === REPLY) resolve(true);
    });
    client?.once("close", () => resolve(false));
    client?.write("?");
  });
}
