import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { chapter, dial, inTurn, type Running, scratch, startFile } from "@netnotes/test-harness";
import { command } from "@netnotes/course/command";
import * as socket from "@netnotes/stdlib/socket";
import { askUntilUnread, everything, withSmallBuffers } from "./slow-client.ts";

const { start, ways } = chapter("08-select");

const LOGGED = "接收成功!";

describe.each(inTurn(ways("log-server"), 1))("the %s log-server", (way) => {
  test("logs lines, however they come, and each read of who sends no newline", async () => {
    const file = join(scratch(), "log.txt");
    const server = await start("log-server", { way, args: ["--file", file] });
    const client = await dial(server);
    await client.send("你好");
    await client.expect(LOGGED);
    await client.send("再见");
    await client.expect(LOGGED);
    const [first, second] = [Buffer.from("\n有内"), Buffer.from("鬼\n三\n\n四\n半")];
    await client.send(Buffer.concat([first, second.subarray(0, 1)]));
    await client.send(second.subarray(1));
    await client.expect(LOGGED.repeat(3));
    client.end();
    await client.expect(LOGGED);
    await client.expectEnd();
    expect(readFileSync(file, "utf8")).toBe("你好\n再见\n有内鬼\n三\n四\n半\n");
  });

  test("has on disk what it has acknowledged, when it is killed; and goes on there", async () => {
    const file = join(scratch(), "log.txt");
    writeFileSync(file, "first run\nhalf a li");
    const lines = Array.from({ length: 500 }, (_, number) => `line ${number}\n`);
    const server = await start("log-server", { way, args: ["--file", file] });
    const client = await dial(server);
    await client.send(lines.join(""));
    await client.expect(LOGGED.repeat(lines.length));
    server.signal("SIGKILL");
    await server.ended();
    expect(readFileSync(file, "utf8")).toBe(`first run\nhalf a li\n${lines.join("")}`);

    const again = await start("log-server", { way, args: ["--file", file] });
    const other = await dial(again);
    await other.send("second run\n");
    await other.expect(LOGGED);
    expect(readFileSync(file, "utf8")).toMatch(
      /^first run\nhalf a li\nline 0\n[^]*\nsecond run\n$/,
    );
  });

  test("logs what is typed, to the end of its input, and sleeps from then on", async () => {
    const file = join(scratch(), "log.txt");
    const server = await start("log-server", { way, args: ["--file", file] });
    server.type("one\ntwo\nthree\nhalf");
    await becomes(file, "one\ntwo\nthree\n");
    server.endInput();
    await becomes(file, "one\ntwo\nthree\nhalf\n");
    await sleeps(server);
    const client = await dial(server);
    await client.send("still here\n");
    await client.expect(LOGGED);
    await becomes(file, "one\ntwo\nthree\nhalf\nstill here\n");
  });

  test("loses only those who die, and reads no one who takes no replies", async () => {
    const server = await start("log-server", { way, args: ["--file", join(scratch(), "log.txt")] });
    const polite = await dial(server, { name: "polite" });
    const angry = await dial(server, { name: "angry" });
    await angry.send("一\n二");
    angry.reset();
    const hasty = await dial(server, { name: "hasty" });
    await hasty.send("三\n");
    hasty.close();
    const slow = withSmallBuffers(server.address.port ?? 0);
    const line = `${"x".repeat(Buffer.byteLength(LOGGED) - 1)}\n`;
    const lines = Buffer.alloc(4096 - (4096 % line.length), line);
    const asked = await askUntilUnread(
      slow,
      (sent) => lines.subarray(sent % line.length),
      async () => {
        await polite.send("四\n");
        await polite.expect(LOGGED);
      },
      20,
    );
    slow.shutdown(socket.SHUT_WR);
    // A reply is as long as its line; a line that was not sent whole gets one, too.
    expect(await everything(slow)).toBe(Math.ceil(asked / line.length) * line.length);
  });

  test("says in one line that it can't have its file", async () => {
    const server = start("log-server", { way, args: ["--file", scratch()] });
    await expect(server).rejects.toThrow(/EISDIR[^]*ended with exit status 1/);
    const deep = join(scratch(), "none/deeper/log.txt");
    await expect(start("log-server", { way, args: ["--file", deep] })).rejects.toThrow(
      /ENOENT no such file or directory .*none\/deeper\\n[^]*ended with exit status 1/,
    );
  });
});

/** Runs a program in a terminal, types there what it is sent, and passes on what is shown. */
const TERMINAL = `
import os, pty, select, sys
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(sys.argv[1], sys.argv[1:])
try:
    while True:
        for fd in select.select([0, terminal], [], [])[0]:
            data = os.read(fd, 4096)
            if not data:
                raise OSError("the test is over")
            os.write(terminal if fd == 0 else 1, data)
except OSError:
    pass  # the program has ended, and its terminal with it
print("ended by", os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
`;

describe.runIf(ways("log-server").includes("python")).each(ways("log-server"))(
  "the %s log-server on a terminal",
  (way) => {
    test("logs what is typed, goes on after Ctrl+D, and ends by Ctrl+C", async () => {
      const [file, terminal] = [join(scratch(), "log.txt"), join(scratch(), "terminal.py")];
      writeFileSync(terminal, TERMINAL);
      const name = way === "python" ? "log-server.py" : "log-server.ts";
      const line = command(join(import.meta.dirname, "..", way, name), [
        "--port=0",
        `--file=${file}`,
      ]);
      const shell = await startFile(terminal, { args: [line.file, ...line.args] });
      const [, port] = await shell.says(/^listening on 127\.0\.0\.1:(\d+)\r$/);
      const client = await dial({ host: "127.0.0.1", port: Number(port) });
      shell.type("有内鬼\n");
      await becomes(file, "有内鬼\n");
      shell.type("\x04");
      await client.send("你好\n");
      await client.expect(LOGGED);
      await becomes(file, "有内鬼\n你好\n");
      shell.type("\x03");
      await client.expectOver();
      const { stdout } = await shell.ended();
      expect(stdout).toMatch(/ended by -2\n$/);
    });
  },
);

/** Waits until a file has this content: nobody says when what is typed is logged. */
async function becomes(file: string, content: string): Promise<void> {
  const deadline = performance.now() + 10_000;
  const read = () => (existsSync(file) ? readFileSync(file, "utf8") : "");
  while (read() !== content && performance.now() < deadline) await setTimeout(5);
  expect(read()).toBe(content);
}

/** Waits until the kernel has said twenty times in a row that a program sleeps: no spinner does. */
async function sleeps({ pid }: Running): Promise<void> {
  if (process.platform !== "linux") return console.warn("whether it sleeps is told on Linux only");
  const deadline = performance.now() + 10_000;
  for (let times = 0; times < 20;) {
    const [, state] = /\) (\w) /.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
    times = state === "S" ? times + 1 : 0;
    expect(performance.now(), "it does not sleep").toBeLessThan(deadline);
    await setTimeout(5);
  }
}
