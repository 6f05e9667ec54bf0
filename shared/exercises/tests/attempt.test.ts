import { livingIn } from "@netnotes/test-harness/leftover";
import { describe, expect, test } from "vitest";
import { hello, tried, withoutPython } from "./trial.ts";

test.skipIf(withoutPython)("how a program takes signals is no check's question", async () => {
  const { wrong } = await tried("stubborn.py", ({ startServer }) => startServer());
  expect(wrong).toBeUndefined();
});

describe.skipIf(withoutPython)("what a check expects", () => {
  test("may read like a failure without being taken for one", async () => {
    const words = "a, but the connection was reset";
    const { wrong } = await tried("echo.py", async ({ startServer, dial }) => {
      const peer = await dial(await startServer({ args: ["--other"] }));
      await peer.send(words);
      await peer.expect(words);
    });
    expect(wrong?.sentence).toMatch(/^your program sent something else than expected/);
  });

  test("of a program's end is no crash", async () => {
    const { wrong } = await tried("crashes.py", async ({ start, fail }) => {
      expect((await (await start()).ended()).status).toBe(1);
      fail("its words were wrong");
    });
    expect(wrong?.sentence).toBe("its words were wrong");
  });
});

describe.skipIf(withoutPython)("time", () => {
  test("that is used up in the middle of a check ends it, whatever the program does", async () => {
    let pid = 0;
    const { wrong } = await tried(
      "stubborn.py",
      async ({ startServer, dial }) => {
        const server = await startServer();
        ({ pid } = server);
        await (await dial(server)).expect("what never comes");
      },
      { time: 2500, patience: 60_000 },
    );
    expect(wrong?.sentence).toMatch(/^the time for the whole exercise is used up/);
    expect(livingIn(pid)).toEqual([]);
  });

  test("that is used up before a check begins is a failure of that check", async () => {
    const { status, seconds, wrong } = await tried("echo.py", (verbs) => hello(verbs), { time: 0 });
    expect(status).toBe("fail");
    expect(wrong?.sentence).toMatch(/^this check did not run/);
    expect(seconds).toBeLessThan(1);
  });
});

describe.skipIf(withoutPython)("a check that is itself wrong", () => {
  test("fails every answer, and says that it is no fault of the learner's", async () => {
    const { wrong } = await tried("echo.py", async () => {
      throw new TypeError("undefined is not a function");
    });
    expect(wrong?.sentence).toMatch(/^the check itself failed, which is the exercise's mistake/);
    expect(wrong?.detail).toContain("undefined is not a function");
  });

  test("fails when it leaves an expectation unfinished", async () => {
    const { wrong } = await tried("echo.py", async ({ startServer, dial }) => {
      const peer = await dial(await startServer());
      void peer.expect("nobody awaits this");
    });
    expect(wrong?.sentence).toMatch(
      /^the check itself failed.*: it did not await all that it began$/,
    );
  });

  test("says what a check of its own says", async () => {
    const { wrong } = await tried("echo.py", async ({ same }) => same("its log", "abc", "abd"));
    expect(wrong?.sentence).toMatch(
      /^its log is not what was expected\n {2}expected {2}abd\n {2}but came {2}abc\n {14}\^/,
    );
  });
});
