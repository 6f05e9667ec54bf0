import { describe, expect, test, vi } from "vitest";
import type { Verbs } from "../src/check.ts";
import { hello, tried, withoutPython } from "./trial.ts";

/** How long to wait for what never comes, in milliseconds: what does come may take longer on a busy machine. */
const SOON = 1000;

const onLinux = process.platform === "linux";

const started = ({ startServer }: Verbs) => startServer();

/** A check, with the program that it fails, and what a learner is told. */
const NEVER_READY: [what: string, program: string, sentence: RegExp, patience?: number][] = [
  [
    "hangs",
    "silent.py",
    onLinux
      ? /^your program printed nothing within 1 s, and listens nowhere: it hangs/
      : /^your program printed nothing within 1 s: it hangs/,
    SOON,
  ],
  [
    "prints nothing",
    "mute-listener.py",
    onLinux
      ? /^your program printed nothing, though it listens on 127\.0\.0\.1:\d+: print/
      : /^your program printed nothing within 1 s: it hangs/,
    SOON,
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
    /^your program listens on 0\.0\.0\.0:\d+; --host asked for 127\.0\.0\.1: now everybody/,
  ],
];

describe.skipIf(withoutPython)("a server that", () => {
  test.each(NEVER_READY)(
    "%s gets its own sentence",
    async (_, program, sentence, patience = 10_000) => {
      const { status, wrong } = await tried(program, started, { patience });
      expect(status).toBe("fail");
      expect(wrong?.sentence).toMatch(sentence);
      expect(wrong?.unspoken).toBe(true);
    },
  );

  test("listens on another port than it says is told where it does listen", async () => {
    const { wrong } = await tried("other-port.py", (verbs) => hello(verbs));
    const really = /really on (\d+)/.exec(wrong?.conversation ?? "")?.[1];
    const known = onLinux ? `; it listens on 127.0.0.1:${really}` : "";
    expect(wrong?.sentence).toBe(`nobody listens where your program says that it does${known}`);
  });

  test.runIf(onLinux)("speaks TCP where datagrams are sent is told so", async () => {
    const { wrong } = await tried(
      "echo.py",
      async ({ startServer, dialUdp }) => {
        const peer = await dialUdp(await startServer());
        await peer.send("hello");
        await peer.expect("hello");
      },
      { patience: SOON },
    );
    expect(wrong?.sentence).toMatch(
      /^nothing came from your program within 1 s: it listens on 127\.0\.0\.1:\d+, but by TCP, and datagrams/,
    );
  });

  test("speaks TCP as it should, and sends no datagram to somebody else, is not told so", async () => {
    const { wrong } = await tried(
      "echo.py",
      async ({ startServer, dial, listenUdp }) => {
        const client = await dial(await startServer());
        await client.send("hello");
        await client.expect("hello");
        await (await listenUdp({ name: "store" })).expect("get");
      },
      { patience: SOON },
    );
    expect(wrong?.sentence).toMatch(/^nothing came from your program within 1 s: it waits for/);
  });

  test("does not start a second time is shown why that matters", async () => {
    const { wrong } = await tried(
      "echo.py",
      async ({ startServer, start }) => {
        await startServer();
        await start();
        await startServer({ args: ["--silent"] });
      },
      { patience: SOON },
    );
    expect(wrong?.sentence).toMatch(/^your program printed nothing within 1 s/);
    expect(wrong?.unspoken).toBeUndefined();
  });

  test("is right passes", async () => {
    const { status, wrong } = await tried("echo.py", (verbs) => hello(verbs));
    expect(wrong).toBeUndefined();
    expect(status).toBe("pass");
  });

  const ANSWERS: [
    what: string,
    args: string[],
    sentence: RegExp,
    detail: RegExp,
    within?: number,
  ][] = [
    [
      "answers other bytes",
      ["--other"],
      /^your program sent something else than expected/,
      /^ {2}expected {2}hello[^]*but came {2}HELLO[^]*\n {12}\^ after 0 equal/m,
    ],
    [
      "answers half of it",
      ["--half"],
      /^nothing more came from your program within 1 s/,
      /\^ after 6 equal bytes/,
      SOON,
    ],
    [
      "answers nothing",
      ["--nothing"],
      /^nothing came from your program within 1 s/,
      /but came {2}\(nothing\)/,
      SOON,
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

  test.each(ANSWERS)("%s gets its own sentence", async (_, args, sentence, detail, within) => {
    const { wrong } = await tried("echo.py", (verbs) => hello(verbs, args, within));
    expect(wrong?.sentence).toMatch(sentence);
    expect(wrong?.detail).toMatch(detail);
    expect(wrong?.unspoken).toBeUndefined();
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
      { patience: SOON },
    );
    expect(wrong?.conversation).toMatch(/> one\n.* > two\b/);
  });

  test("crashes in the middle is told of its own last words, not of the connection's end", async () => {
    const { wrong } = await tried("crashes-later.py", (verbs) => hello(verbs));
    expect(wrong?.sentence).toMatch(
      /^your program crashed with exit status 1 in the middle of the check\n[^]*NameError/,
    );
  });
});

describe.skipIf(withoutPython)("a client that", () => {
  const CLIENTS: [
    what: string,
    args: string[],
    sentence: RegExp,
    soon: "come" | "end" | "never",
  ][] = [
    ["does not come", ["--absent"], /^your program has not connected$/, "come"],
    ["does not end", ["--stays"], /^your program does not end$/, "end"],
    [
      "leaves a process behind",
      ["--leaves-a-child"],
      /^your program ended and left processes running:\n +\d+ sleep 600/,
      "never",
    ],
    ["prints too much", ["--chatters"], /^your program printed more than it should$/, "never"],
    [
      "gives up",
      ["--gives-up"],
      /^your program ended with exit status 1 in the middle of the check\n {2}stderr {4}nobody answers$/,
      "never",
    ],
  ];

  test.each(CLIENTS)("%s gets its own sentence", async (_, args, sentence, soon) => {
    const { wrong } = await tried("client.py", async ({ listen, startClient }) => {
      const server = await listen();
      const client = await startClient(server, { args });
      await server.accept({ within: soon === "come" ? SOON : 10_000 });
      await client.says("sent");
      await client.exits(0, { within: soon === "end" ? SOON : 10_000 });
    });
    expect(wrong?.sentence).toMatch(sentence);
  });

  test("prints without end is told so, and not that it is silent", async () => {
    const { wrong } = await tried("client.py", async ({ listen, startClient }) => {
      const server = await listen();
      const client = await startClient(server, { args: ["--floods"] });
      await server.accept();
      await vi.waitUntil(() => client.unread.stdout.length > 1024 * 1024, { timeout: 10_000 });
      await client.exits(0, { within: 100 });
    });
    expect(wrong?.sentence).toBe("your program prints and prints, and does not come to this");
  });

  test("warns on standard error passes", async () => {
    const { wrong } = await tried("client.py", async ({ listen, startClient }) => {
      const client = await startClient(await listen(), { args: ["--warns"] });
      await client.says("sent");
      await client.exits(0);
    });
    expect(wrong).toBeUndefined();
  });

  test("prints something else is told that it was printed", async () => {
    const { wrong } = await tried("client.py", async ({ listen, startClient }) => {
      const server = await listen();
      await (await startClient(server)).says("seen");
    });
    expect(wrong?.sentence).toMatch(/^your program printed something else than expected/);
  });
});
