import { createConnection } from "node:net";
import { describe, expect, test } from "vitest";
import { b, OSError } from "@netnotes/stdlib/builtins";
import { outcome } from "@netnotes/course/proof";
import * as socket from "@netnotes/stdlib/socket";
import {
  chapter,
  dial,
  dialUdp,
  listen,
  listenUdp,
  type Running,
  testChapter,
} from "@netnotes/test-harness";
import { scenes } from "../demo.ts";

const { start, ways } = chapter("10-socketserver");

/** In Node, who has left before it is accepted has no address any more. */
const GONE = /^Got connection from \('(?:127\.0\.0\.1', \d+|unknown', 0)\)$/;

testChapter("10-socketserver", scenes);

describe.each(ways("server"))("the %s server", (way) => {
  test("goes on after a client that has left before it was accepted", async () => {
    const server = await start("server", { way });
    await leaveBeforeAccept(server);
    await server.says(/^(lost|Got connection from) \('(127\.0\.0\.1', \d+|unknown', 0)\)/);
    const polite = await dial(server);
    await polite.expect("Thank you for connecting");
    await polite.expectEnd();
  });
});

describe.each(ways("udp-server"))("the %s udp-server", (way) => {
  test("answers the empty datagram and the largest, and not who can't be answered", async () => {
    const server = await start("udp-server", { way });
    const client = await dialUdp(server);
    for (const size of [0, 65_507, 8193]) {
      await client.send(Buffer.alloc(size, 0xff));
      await server.says(`Got ${size} bytes from ('127.0.0.1', ${client.address.port})`);
      await client.expect(`Thank you for ${size} bytes`);
    }
    await withoutPort(server);
    await client.send("x");
    await client.expect("Thank you for 1 bytes");
  });
});

describe.each(ways("udp-client"))("the %s udp-client", (way) => {
  test("says in one line that no answer came in time", async () => {
    const silent = await listenUdp();
    const client = await start("udp-client", { way, to: silent, args: ["--timeout", "0.2"] });
    await silent.expect(/^x{9000}$/);
    await client.warns(/^recv: timed out after 0\.2 s \(.* try again, or a longer --timeout\)$/);
    await client.exits(1);
  });
});

const LINES = ["threading-server", "forking-server"].flatMap((role) =>
  ways(role).map((way) => [way, role] as const),
);

describe.each(LINES)("the %s %s", (way, role) => {
  test("takes lines however they come, and ends what is none; a reset costs one line", async () => {
    const server = await start(role, { way });
    const client = await dial(server);
    await server.says(/^Got connection from /);
    await client.expect("Thank you for connecting\n");
    for (const byte of Buffer.from("中\n")) await client.send(Buffer.of(byte));
    await client.expect("Hello, 中!\n");
    await client.send(Buffer.concat([b`a\n\n`, Buffer.of(0xff, 0x0a), b`cut o`]));
    await client.expect(Buffer.concat([b`Hello, a!\nHello, !\nHello, `, Buffer.of(0xff), b`!\n`]));
    client.end();
    await client.expectEnd();

    const endless = await dial(server);
    await endless.expect("Thank you for connecting\n");
    await endless.send("x".repeat(1023) + "\n" + "y".repeat(1024));
    await endless.expect(`Hello, ${"x".repeat(1023)}!\n`);
    await endless.expectEnd();
    await server.says(/^Got connection from /);

    const angry = await dial(server);
    await angry.expect("Thank you for connecting\n");
    await server.says(/^Got connection from /);
    angry.reset();
    await server.says(/^lost \('127\.0\.0\.1', \d+\) ECONNRESET$/);

    await leaveBeforeAccept(server);
    await server.says(GONE);
    await server.says(/^lost \(.*\) (ECONNRESET|EPIPE)$/);
    const last = await dial(server);
    await last.expect("Thank you for connecting\n");
    await server.says(/^Got connection from /);
  });
});

// In the other ways a print is one write anyway.
describe.each(LINES.filter(([way]) => way === "python"))("the %s %s", (way, role) => {
  test("prints whole lines, though many of its clients leave at once", async () => {
    const server = await start(role, { way });
    const clients = [];
    for (let count = 0; count < 20; count++) {
      const client = await dial(server);
      await client.expect("Thank you for connecting\n");
      await server.says(/^Got connection from \('127\.0\.0\.1', \d+\)$/);
      clients.push(client);
    }
    for (const client of clients) client.reset();
    for (const _ of clients) await server.says(/^lost \('127\.0\.0\.1', \d+\) ECONNRESET$/);
  });
});

describe.each(ways("forking-server"))("the %s forking-server", (way) => {
  test("keeps no copy of a connection that a process has served", async () => {
    const server = await start("forking-server", { way });
    const client = socket.create_connection(["127.0.0.1", server.address.port ?? 0]);
    client.settimeout(10);
    client.sendall(Buffer.alloc(1024, "x"));
    while (client.recv(1024).length > 0);
    // Once nobody has its other end any more, what is sent is answered by a reset.
    const sent = () => client.send(b`x`);
    await expect.poll(() => outcome(sent), { timeout: 10_000 }).toMatch(/ECONNRESET|EPIPE/);
    client.close();
  });
});

describe.each(ways("threading-client"))("the %s threading-client", (way) => {
  test("waits for whole answers, and says in one line that the server has left", async () => {
    const server = await listen();
    const client = await start("threading-client", { way, to: server });
    const peer = await server.accept();
    await peer.send("Thank you for ");
    await peer.send("connecting\n");
    await client.says("Thank you for connecting");
    await client.prompts("Name: ");
    client.type("中\n");
    await peer.expect("中\n");
    peer.end();
    await client.warns("the server has ended the connection");
    await client.exits(1);
  });
});

/** Connects and resets while the server is stopped: it accepts what is over. */
async function leaveBeforeAccept(server: Running): Promise<void> {
  await server.whileStopped(async () => {
    const angry = createConnection({ port: server.address.port ?? 0, host: "127.0.0.1" });
    await new Promise((connected) => angry.once("connect", connected));
    angry.resetAndDestroy();
  });
}

/** Sends a datagram without a sender's port, as RFC 768 allows; that takes a privilege. */
async function withoutPort(server: Running): Promise<void> {
  let raw: socket.Socket;
  try {
    raw = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_UDP);
  } catch (error) {
    if (!(error instanceof OSError)) throw error;
    return console.warn(`a datagram without a port is left out: ${error.message}`);
  }
  const header = Buffer.alloc(8);
  header.writeUInt16BE(server.address.port ?? 0, 2);
  header.writeUInt16BE(8, 4);
  raw.sendto(header, ["127.0.0.1", 0]);
  raw.close();
  await server.says("Got 0 bytes from ('127.0.0.1', 0)");
  await server.says(/^lost \('127\.0\.0\.1', 0\) (EINVAL|ERR_SOCKET_BAD_PORT)$/);
}
