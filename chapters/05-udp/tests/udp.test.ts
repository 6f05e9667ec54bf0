import { describe, expect, test } from "vitest";
import {
  chapter,
  dial,
  dialUdp,
  listenUdp,
  type Running,
  testChapter,
} from "@netnotes/test-harness";
import { b, OSError } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import { scenes } from "../demo.ts";

const { start, ways } = chapter("05-udp");

testChapter("05-udp", scenes);

describe.each(ways("server"))("the %s server", (way) => {
  test("answers whatever comes, whole, and goes on after what it can't answer", async () => {
    const server = await start("server", { way });
    await server.says(/^Bind UDP on /);
    const client = await dialUdp(server);
    const answers = async (name: Uint8Array) => {
      await client.send(name);
      await server.says(`Received from 127.0.0.1:${client.address.port}.`);
      await client.expect(Buffer.concat([b`Hello, `, name, b`!`]));
    };
    await answers(b``);
    await answers(Buffer.of(0xff, 0x00, 0xe4, 0xb8));
    await answers(Buffer.alloc(65_507 - 8, "x"));

    await client.send(Buffer.alloc(65_507 - 7, "x"));
    await server.says(/^Received from /);
    await server.says(`no answer to 127.0.0.1:${client.address.port}: EMSGSIZE`);

    const gone = await dialUdp(server);
    await gone.send("Michael");
    gone.close();
    await server.says(`Received from 127.0.0.1:${gone.address.port}.`);

    await withoutPort(server);
    await answers(b`Tracy`);
  });

  test("speaks IPv6", async () => {
    const server = await start("server", { way, args: ["--host", "::1"] });
    await server.says(/^Bind UDP on /);
    const client = await dialUdp(server);
    await client.send("Michael");
    await server.says(`Received from [::1]:${client.address.port}.`);
    await client.expect("Hello, Michael!");
  });

  test("takes no port that there is not", async () => {
    const refused = start("server", { way, args: ["--port=70000"] });
    await expect(refused).rejects.toThrow(/port must be 0-65535[^]*ended with exit status 2/);
  });
});

describe.each(ways("client"))("the %s client", (way) => {
  test("hears its server alone, over IPv6, whatever the answer is", async () => {
    const [server, stranger] = [await listenUdp({ host: "::1" }), await listenUdp({ host: "::1" })];
    const client = await start("client", { way, to: server });
    const { from } = await server.expect("Michael");
    await stranger.send("Hello, stranger!", from);
    await server.send(Buffer.alloc(9000, "x"));
    await client.says("x".repeat(9000));
    await server.expect("Tracy");
    await server.send("");
    await client.says("");
    await server.expect("Sarah");
    await server.send(Buffer.of(0x48, 0xff, 0x69));
    await client.says("H\uFFFDi");
    await client.exits(0);
  });

  test("says in one line that its server has gone", async () => {
    const server = await listenUdp();
    const client = await start("client", { way, to: server });
    await server.expect("Michael");
    // It is stopped while the answer comes and the server goes, and reads the answer after both.
    await client.whileStopped(async () => {
      await server.send("Hello, Michael!");
      server.close();
    });
    await client.says("Hello, Michael!");
    const { port } = server.address;
    await client.warns(
      new RegExp(
        `^(recv|recvmsg): ECONNREFUSED .* 127\\.0\\.0\\.1:${port} \\(.*--port ${port} first\\)$`,
      ),
    );
    await client.exits(1);
  });

  test("says in one line that no answer came in time", async () => {
    const silent = await listenUdp();
    const client = await start("client", { way, to: silent, args: ["--timeout", "0.2"] });
    await silent.expect("Michael");
    await client.warns(/^recv: timed out after 0\.2 s \(.* try again, or a longer --timeout\)$/);
    await client.exits(1);
  });

  test("refuses to wait for no time at all", async () => {
    const client = await start("client", { way, args: ["--timeout", "0"] });
    const { status, stderr } = await client.ended();
    expect(stderr).toMatch(/--timeout must be above 0 and at most 3600 seconds\n$/);
    expect(status).toBe(2);
  });
});

describe.each(ways("tcp-and-udp-server"))("the %s tcp-and-udp-server", (way) => {
  test("speaks IPv6 both ways, and goes on after whom it can't answer", async () => {
    const server = await start("tcp-and-udp-server", { way, args: ["--host", "::1"] });
    const sender = await dialUdp(server);
    await sender.send(Buffer.alloc(65_527, "x"));
    await server.says(`Received from [::1]:${sender.address.port}.`);
    await server.says(`no answer to [::1]:${sender.address.port}: EMSGSIZE`);
    const caller = await dial(server);
    await server.says(`Accept new connection from [::1]:${caller.port}...`);
    await caller.expect("Welcome!");
    await caller.expectEnd();
  });

  test("goes on after a client that has left, and a sender whom nobody can answer", async () => {
    const server = await start("tcp-and-udp-server", { way });
    // It is stopped, so that it accepts the connection after the reset.
    await server.whileStopped(() => {
      const angry = socket.create_connection(["127.0.0.1", server.address.port ?? 0]);
      const atOnce = Buffer.from(Int32Array.of(1, 0).buffer);
      angry.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, atOnce);
      angry.close();
    });
    await server.says(/^Accept new connection from /);
    await server.says(/^lost .*: (ECONNRESET|EPIPE)$/);
    await withoutPort(server);
    const sender = await dialUdp(server);
    await sender.send("Michael");
    await sender.expect("Hello, Michael!");
  });
});

/**
 * Sends a datagram that has no sender's port, as RFC 768 allows: the kernel gives every socket one,
 * so this takes a raw socket, and that a privilege.
 */
async function withoutPort(server: Running): Promise<void> {
  let raw: socket.Socket;
  try {
    raw = socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_UDP);
  } catch (error) {
    if (!(error instanceof OSError)) throw error;
    return console.warn(`a datagram without a port is left out: ${error.message}`);
  }
  const { port = 0 } = server.address;
  const name = b`Mallory`;
  const header = Buffer.alloc(8);
  header.writeUInt16BE(port, 2);
  header.writeUInt16BE(8 + name.length, 4);
  raw.sendto(Buffer.concat([header, name]), ["127.0.0.1", 0]);
  raw.close();
  await server.says("Received from 127.0.0.1:0.");
  await server.says(/^no answer to 127\.0\.0\.1:0: (EINVAL|ERR_SOCKET_BAD_PORT)$/);
}
