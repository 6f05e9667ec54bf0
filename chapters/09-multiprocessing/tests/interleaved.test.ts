import { describe, expect, test } from "vitest";
import type { Running } from "@netnotes/test-harness";
import { interleaved } from "../demo.ts";

describe("what the scenes take for several processes", () => {
  const [one, two] = [
    ["1*", "2*"],
    ["a", "b"],
  ];
  const hear = async (said: string[]) => {
    const says = async (expected: RegExp) => {
      const found = expected.exec(said.shift() ?? "");
      if (found === null) throw new Error("not this");
      return found;
    };
    await interleaved({ says } as unknown as Running, one, two);
    expect(said).toEqual([]);
  };

  test.each(["1* 2* a b", "1* a 2* b", "1* a b 2*", "a 1* 2* b", "a 1* b 2*", "a b 1* 2*"])(
    "%s",
    (said) => hear(said.split(" ")),
  );

  test.each(["2* 1* a b", "1* a 2* a", "1* 1* 2* a b", "1* a 2*", "1*a 2* b", "1* 2* a b b"])(
    "and not %s",
    async (said) => {
      await expect(hear(said.split(" "))).rejects.toThrow();
    },
  );
});
