import { dial, startFile } from "@netnotes/test-harness";
import { expect, test } from "vitest";
import { sendApart } from "../src/apart.ts";
import { fixture, withoutPython } from "./trial.ts";

test.skipIf(withoutPython).each([
  ["one family", []],
  ["both families of addresses", ["--both"]],
])("pieces that are sent apart are read apart, by a server of %s", async (_, args) => {
  const server = await startFile(fixture("programs/reads-server.py"), { args });
  const peer = await dial(server);
  const pieces = Array.from({ length: 20 }, (_, at) => `<${at}>`);
  await sendApart(peer, pieces);
  peer.end();
  await peer.expect(pieces.join("|"));
  await peer.expectEnd();
  expect(pieces).toHaveLength(20);
});

test.skipIf(withoutPython)("a program that does not read is not waited for for ever", async () => {
  const server = await startFile(fixture("programs/reads-server.py"), { args: ["--never"] });
  const peer = await dial(server);
  await sendApart(peer, ["one", "two"]);
  peer.close();
});
