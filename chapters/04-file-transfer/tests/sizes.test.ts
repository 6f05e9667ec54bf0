/** Large files, and how a person sees them go. Outside CI they are smaller, and fewer. */
import { once } from "node:events";
import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { command } from "@netnotes/course/command";
import {
  chapter,
  listen,
  type Running,
  scratch,
  startFile,
  THOROUGH,
} from "@netnotes/test-harness";

const { start, ways } = chapter("04-file-transfer");

const MIB = 2 ** 20;
const [SIZE, PAIRS] = THOROUGH ? [1024 * MIB, ["", "multi-", "checked-"]] : [96 * MIB, [""]];

const onLinux = process.platform === "linux";
if (!onLinux) console.warn("how much memory programs take is skipped: only Linux has /proc");

/** The most memory that a program has had, in bytes (proc_pid_status(5)); NaN when it has ended. */
function peak({ pid }: Running): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
  } catch {
    return Number.NaN;
  }
}

function* zeros(): Generator<Buffer> {
  const piece = Buffer.alloc(MIB);
  for (let sent = 0; sent < SIZE; sent += piece.length) yield piece;
}

describe.runIf(onLinux).each(PAIRS)(`with ${SIZE / MIB} MiB the`, (pair) => {
  const header = pair === "checked-" ? `${SIZE} large\n` : "";

  test.each(ways(`${pair}server`))(`%s ${pair}server takes no more memory`, async (way) => {
    const folder = scratch();
    const to = pair === "" ? join(folder, "large") : folder;
    const server = await start(`${pair}server`, { way, args: ["--to", to] });
    const before = peak(server);
    const client = connect(server.address.port ?? 0, "127.0.0.1");
    onTestFinished(() => void client.destroy());
    client.write(header);
    await pipeline(Readable.from(zeros()), client, { end: false });
    const arrived = () => {
      const sizes = readdirSync(folder).map((name) => statSync(join(folder, name)).size);
      expect(Math.max(0, ...sizes)).toBeGreaterThan(SIZE - MIB);
    };
    await vi.waitFor(arrived, { timeout: 20_000, interval: 20 });
    expect(peak(server) - before).toBeLessThan(64 * MIB);
  });

  test.each(ways(`${pair}client`))(`%s ${pair}client takes no more memory`, async (way) => {
    const file = join(scratch(), "large");
    writeFileSync(file, "");
    truncateSync(file, SIZE);
    const server = createServer({ allowHalfOpen: true }).listen(0, "127.0.0.1");
    onTestFinished(() => void server.close());
    await once(server, "listening");
    const address = server.address() as { port: number };
    const to = { host: "127.0.0.1", port: address.port };
    const client = await start(`${pair}client`, { way, to, args: [file] });
    const [conn] = (await once(server, "connection")) as [Socket];
    const before = peak(client);
    let [received, most] = [0, Number.NaN];
    conn.on("data", (piece: Buffer) => {
      received += piece.length;
      // It may end before the last has come: the kernel's buffers hold that.
      const now = peak(client);
      if (now > 0) most = now;
    });
    await once(conn, "end");
    conn.end(pair === "checked-" ? "文件上传成功\n" : "文件上传成功");
    await client.ended();
    expect(received).toBeGreaterThanOrEqual(SIZE);
    expect(most - before).toBeLessThan(64 * MIB);
  });
});

/** Runs a program in a terminal of 60 columns, and passes on what it shows there. */
const TERMINAL = `
import fcntl, os, pty, struct, sys, termios
pid, terminal = pty.fork()
if pid == 0:
    fcntl.ioctl(2, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 60, 0, 0))
    os.execvp(sys.argv[1], sys.argv[1:])
try:
    while shown := os.read(terminal, 65536):
        os.write(1, shown)
except OSError:
    pass  # the other side is closed
`;

describe.runIf(ways("client").includes("python")).each(ways("client"))("the %s client", (way) => {
  test("shows in a terminal how much is done, as wide as it is", async () => {
    const folder = scratch();
    const [file, terminal] = [join(folder, "数据.bin"), join(folder, "terminal.py")];
    writeFileSync(file, Buffer.alloc(200_000));
    writeFileSync(terminal, TERMINAL);
    const server = await listen();
    const { port = 0 } = server.address;
    const client = join(
      import.meta.dirname,
      "..",
      way,
      way === "python" ? "client.py" : "client.ts",
    );
    const line = command(client, [file, "--port", String(port)]);
    const shown = await startFile(terminal, { args: [line.file, ...line.args] });
    const { stdout } = await shown.ended();
    const frames = ["13  32", "27  65", "42  98", "43 100"].map((frame) => {
      const [done = 0, percent = 0] = frame.split(/ +/).map(Number);
      const bar = "#".repeat(done).padEnd(43);
      return `\r数据.bin [${bar}] ${`${percent}`.padStart(3)}%\r\n`;
    });
    expect(stdout).toBe(frames.join("\x1b[A"));
  });
});
