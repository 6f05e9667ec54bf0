import { describe, expect, onTestFinished, test } from "vitest";
import { Stage, testChapter } from "@netnotes/test-harness";
import { CallSite } from "../src/failure.ts";
import * as checks from "../src/program-checks.ts";
import { chapterNamed } from "../src/program.ts";
import { proveOn } from "../src/proof.ts";
import { fixture } from "./fixture.ts";
import { messageOf } from "./message.ts";
import { scenes } from "./scenes.ts";

const chapter = chapterNamed(fixture("90-fixture"));
const { hello, stranger } = scenes;
const bad = ["bad-server", "bad-client"];

testChapter(
  fixture("90-fixture"),
  { hello, stranger },
  {
    except: { help: bad, usage: bad, taken: bad, nobody: bad, interrupt: bad, proof: ["fails"] },
  },
);

describe("a program that does it wrong", () => {
  test.each([
    ["helps", "with --help, exits 0", "bad-server"],
    ["refusesNonsense", "with --port 70000, exits 2", "bad-server"],
    ["findsItsAddressTaken", "with a taken address, exits 1", "bad-server"],
    [
      "findsNobody",
      'with no server, has "pnpm chapter 90 bad-server --node --host 127.0.0.1',
      "bad-client",
    ],
    ["endsByCtrlC", "with Ctrl+C, is ended by SIGINT", "bad-server"],
  ] as const)("%s", async (check, claim, role) => {
    const message = await messageOf(checks[check]({ stage: stage(), chapter, role, way: "node" }));
    expect(message).toContain(claim);
    expect(message).toContain("The conversation");
  });

  test("a proof that fails", async () => {
    const message = await messageOf(proveOn(stage(), chapter, "fails", {}, new CallSite()));
    expect(message).toContain("proof fails does not hold: it ended with exit status 1");
    expect(message).toContain("! claim failed: one is not two\\n");
  });
});

function stage(): Stage {
  const made = new Stage();
  onTestFinished(async () => made.clear());
  return made;
}
