import { expect, test } from "vitest";
import { dial, dialUdp, listen, listenUdp, scratch, startFile } from "@netnotes/test-harness";
import { peersOn, Stage } from "@netnotes/test-harness";
import { fixture } from "./fixture.ts";
import { messageOf } from "./message.ts";

const soon = { within: 200 };

test("a peer dials, speaks, half-closes and hears the end", async () => {
  const server = await startFile(fixture("echo-server.ts"));
  const alice = await dial(server, { name: "alice" });
  await alice.send("hello 你好");
  await alice.expect("hello ");
  await alice.expect(/好/);
  alice.end();
  await alice.expectEnd();
});

test("a peer dials a Unix path", async () => {
  const path = `${scratch()}/socket`;
  const server = await startFile(fixture("echo-server.ts"), { args: ["--path", path] });
  expect(server.address).toEqual({ path });
  const alice = await dial(server);
  await alice.send("hello");
  await alice.expect("hello");
});

test("a stranger's server listens on a Unix path too", async () => {
  const server = await listen({ unix: true });
  const alice = await dial(server);
  const bob = await server.accept();
  await bob.send("hello");
  bob.close();
  await alice.expect("hello");
  await alice.expectEnd();
});

test("bytes that differ fail at once, with the conversation", async () => {
  const server = await startFile(fixture("echo-server.ts"));
  const alice = await dial(server, { name: "alice" });
  await alice.send(Buffer.from([0x00, 0xff, 0x41]));
  const message = await messageOf(alice.expect(Buffer.from([0x00, 0xff, 0x42])));
  expect(message).toContain('alice: expected "\\x00\\xffB", but other bytes came');
  expect(message).toMatch(/ {12} {8}\^ after 2 equal bytes/);
  expect(message).toMatch(/alice +> \\x00\\xffA\n.*alice +< \\x00\\xffA/);
});

test("bytes that do not come fail at the deadline, and stay for the next expectation", async () => {
  const server = await startFile(fixture("echo-server.ts"));
  const alice = await dial(server);
  await alice.send("hello");
  expect(await messageOf(alice.expect("hello, world", soon))).toContain("not within 200 ms");
  await alice.expect("hello");
});

test("an end is no end while something is unread", async () => {
  const server = await listen();
  const alice = await dial(server);
  const bob = await server.accept({ name: "bob" });
  await alice.send("wait");
  alice.end();
  expect(await messageOf(bob.expectEnd())).toMatch(/expected the end, but more bytes came\n.*wait/);
  await bob.expect("wait");
  await bob.expectEnd();
});

test("a reset is told from an end, on both sides", async () => {
  const server = await listen();
  const alice = await dial(server);
  const bob = await server.accept();
  alice.reset();
  expect(await messageOf(bob.expectEnd())).toContain("the connection was reset (ECONNRESET)");
  await bob.expectReset();
  await bob.send("too late"); // no failure of its own
});

test("a peer that does not read makes the other side wait", async () => {
  const server = await listen();
  const alice = await dial(server, { ahead: 0 });
  const bob = await server.accept();
  const much = Buffer.alloc(16 * 1024 * 1024, "z");
  expect(await messageOf(bob.send(much, soon))).toContain("the other side does not read");
  await alice.expect(much);
});

test("nobody to connect to, or to accept, is a failure", async () => {
  const server = await listen();
  const { address } = server;
  expect(await messageOf(server.accept(soon))).toContain("nobody has connected");
  server.close();
  expect(await messageOf(dial(address))).toContain("ECONNREFUSED");
});

test("what goes on after its test begins nothing", async () => {
  const server = await listen();
  const stage = new Stage();
  const late = peersOn(() => stage);
  const begun = [late.listen(), late.listenUdp(), late.dial(server)];
  await expect(stage.clear()).rejects.toThrow(AggregateError);
  for (const begins of [late.listen, late.listenUdp, () => late.dial(server)]) {
    expect(await messageOf(begins())).toContain("the test is over");
  }
  expect(begun).toHaveLength(3); // they stay open, and throw nothing when their sockets are ready
});

test("datagrams are whole, and know their sender", async () => {
  const server = await listenUdp();
  const alice = await dialUdp(server, { name: "alice" });
  await alice.send("one");
  await alice.send("");
  const { from } = await server.expect("one");
  expect(from).toEqual(alice.address);
  await server.expect("");
  await server.send("back");
  expect(await messageOf(alice.expect("bark"))).toMatch(
    /another datagram came\n.*bark\n.*back\n {14}\^/,
  );
  const silence = await messageOf(alice.expect(/./, soon));
  expect(silence).toContain("nothing came");
  expect(silence).toMatch(/alice +> one\n/);
  expect(silence).toMatch(/alice +> \(no bytes\)\n/);
  const tooLong = await messageOf(alice.send(Buffer.alloc(65_508, "x")));
  expect(tooLong).toContain("EMSGSIZE");
  expect(tooLong).toMatch(/alice +> \(65508 bytes\) xxx/);
});
