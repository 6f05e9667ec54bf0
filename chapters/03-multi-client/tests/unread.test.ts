import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "vitest";
import { command } from "@netnotes/course/command";
import { chapter, dial, scratch, startFile } from "@netnotes/test-harness";

const { ways } = chapter("03-multi-client");

/** Runs a server, reads its first two lines, and closes the pipe: `| head -2`. */
const HEAD = `
import subprocess, sys
server = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE)
lines = [server.stdout.readline().decode() for _ in range(2)]
server.stdout.close()
sys.stdout.write("".join(lines))
server.wait()
`;

// Node's servers end when they find that out, as does a parent that has something to say.
const UNREAD = ["server", "process-server"].flatMap((role) => {
  const there = ways(role).filter((way) => way !== "node");
  return there.map((way) => [role, way] as const);
});

describe.runIf(ways("server").includes("python")).each(UNREAD)("the %s, %s way", (role, way) => {
  test("serves its clients when nobody reads its output any more", async () => {
    const [head, suffix] = [join(scratch(), "head-server.py"), way === "python" ? "py" : "ts"];
    writeFileSync(head, HEAD);
    const line = command(join(import.meta.dirname, "..", way, `${role}.${suffix}`), []);
    const server = await startFile(head, { args: [line.file, ...line.args] });
    await server.says("Waiting for connection...");
    for (const name of ["alice", "bob"]) {
      const client = await dial(server, { name });
      await client.expect("Welcome!");
      await client.send(name);
      await client.expect(`Hello, ${name}!`);
      await client.send("exit");
      await client.expectEnd();
    }
  });
});
