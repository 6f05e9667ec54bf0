import { livingIn } from "@netnotes/test-harness/leftover";
import { describe, expect, test } from "vitest";
import type { Verbs } from "../src/check.ts";
import { tried, withoutPython } from "./trial.ts";

/** Waits that no right program would use up, for programs that never do what is waited for. */
const SOON = { patience: 400 };

const started = ({ startServer }: Verbs) => startServer();

async function hello({ startServer, dial }: Verbs, ...args: string[]): Promise<void> {
  const peer = await dial(await startServer({ args }));
  await peer.send("hello, 世界");
  await peer.expect("hello, 世界");
  peer.end();
  await peer.expectEnd();
}

/** A check, with the program that it fails, and what a learner is told. */
const NEVER_READY: [what: string, program: string, sentence: RegExp][] = [
  [
    "hangs",
    "silent.py",
    /^your program printed nothing within 0\.4 s, and listens nowhere: it hangs/,
  ],
  [
    "prints nothing",
    "mute-listener.py",
    /^your program printed nothing, though it listens on 127\.0\.0\.1:\d+: print/,
  ],
  [
    "crashes",
    "crashes.py",
    /^your program crashed with exit status 1 before it said "listening on HOST:PORT"\n[^]*NameError/,
  ],
  ["ends", "ends.py", /^your program ended before it said "listening on HOST:PORT"$/],
  [
    "says something else first",
    "chatty.py",
    /^the first line that your program printed is not .*\n {2}it is {5}starting up/,
  ],
  [
    "listens on every address",
    "everywhere.py",
    /^your program listens on 0\.0\.0\.0:\d+; --host asked for 127\.0\.0\.1/,
  ],
];

describe.skipIf(withoutPython)("a server that", () => {
  test.each(NEVER_READY)("%s gets its own sentence", async (_, program, sentence) => {
    const { status, wrong } = await tried(program, started, SOON);
    expect(status).toBe("fail");
    expect(wrong?.sentence).toMatch(sentence);
  });

  test("listens on another port than it says is told where it does listen", async () => {
    const { wrong } = await tried("other-port.py", hello);
    const really = /really on (\d+)/.exec(wrong?.conversation ?? "")?.[1];
    const known = process.platform === "linux" ? `; it listens on 127.0.0.1:${really}` : "";
    expect(wrong?.sentence).toBe(`nobody listens where your program says that it does${known}`);
  });

  test("is right passes", async () => {
    const { status, wrong } = await tried("echo.py", hello);
    expect(wrong).toBeUndefined();
    expect(status).toBe("pass");
  });

  const ANSWERS: [what: string, args: string[], sentence: RegExp, detail: RegExp][] = [
    [
      "answers other bytes",
      ["--other"],
      /^your program sent something else than expected/,
      /^ {2}expected {2}hello[^]*but came {2}HELLO[^]*\n {12}\^ after 0 equal/m,
    ],
    [
      "answers half of it",
      ["--half"],
      /^nothing more came from your program within 0\.4 s/,
      /\^ after 6 equal bytes/,
    ],
    [
      "answers nothing",
      ["--nothing"],
      /^nothing came from your program within 0\.4 s/,
      /but came {2}\(nothing\)/,
    ],
    [
      "closes instead of answering",
      ["--nothing", "--close"],
      /^your program closed its side of the connection too early$/,
      /the stream ended/,
    ],
    [
      "resets the connection",
      ["--nothing", "--reset"],
      /^the connection was reset: your program closed it with bytes unread/,
      /ECONNRESET/,
    ],
    ["answers too much", ["--more"], /^your program sent more than it should$/, /unread {4}!/],
  ];

  test.each(ANSWERS)("%s gets its own sentence", async (_, args, sentence, detail) => {
    const { wrong } = await tried("echo.py", (verbs) => hello(verbs, ...args), SOON);
    expect(wrong?.sentence).toMatch(sentence);
    expect(wrong?.detail).toMatch(detail);
    expect(wrong?.conversation).toContain("> hello, 世界");
  });

  test("is sent pieces is shown each of them on a line of its own", async () => {
    const { wrong } = await tried(
      "echo.py",
      async ({ startServer, dial, sendApart }) => {
        const peer = await dial(await startServer({ args: ["--nothing"] }));
        await sendApart(peer, ["one", "two"]);
        await peer.expect("one");
      },
      SOON,
    );
    expect(wrong?.conversation).toMatch(/> one\n.* > two\b/);
  });

  test("crashes in the middle is told of its own last words, not of the connection's end", async () => {
    const { wrong } = await tried("crashes-later.py", hello);
    expect(wrong?.sentence).toMatch(
      /^your program crashed with exit status 1 in the middle of the check\n[^]*NameError/,
    );
  });
});

describe.skipIf(withoutPython)("a client that", () => {
  const CLIENTS: [what: string, args: string[], sentence: RegExp][] = [
    ["does not come", ["--absent"], /^your program has not connected$/],
    ["does not end", ["--stays"], /^your program does not end$/],
    [
      "leaves a process behind",
      ["--leaves-a-child"],
      /^your program ended and left processes running:\n +\d+ sleep 600/,
    ],
  ];

  test.each(CLIENTS)("%s gets its own sentence", async (_, args, sentence) => {
    const { wrong } = await tried(
      "client.py",
      async ({ listen, startClient }) => {
        const server = await listen();
        const client = await startClient(server, { args });
        await server.accept();
        await client.says("sent");
        await client.exits(0);
      },
      SOON,
    );
    expect(wrong?.sentence).toMatch(sentence);
  });

  test("prints something else is told that it was printed", async () => {
    const { wrong } = await tried("client.py", async ({ listen, startClient }) => {
      const server = await listen();
      await (await startClient(server)).says("seen");
    });
    expect(wrong?.sentence).toMatch(/^your program printed something else than expected/);
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
      { time: 1500, patience: 60_000 },
    );
    expect(wrong?.sentence).toMatch(/^the time for the whole exercise is used up/);
    expect(livingIn(pid)).toEqual([]);
  });

  test("that is used up before a check begins is a failure of that check", async () => {
    const { status, seconds, wrong } = await tried("echo.py", hello, { time: 0 });
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
