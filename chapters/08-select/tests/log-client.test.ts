import { once } from "node:events";
import net from "node:net";
import { describe, expect, test } from "vitest";
import { chapter, listen } from "@netnotes/test-harness";

const { start, ways } = chapter("08-select");

const LOGGED = "接收成功!";

describe.each(ways("log-client"))("the %s log-client", (way) => {
  test("ends its lines with newlines, and waits for the whole acknowledgement", async () => {
    const server = await listen();
    const client = await start("log-client", { way, to: server });
    const peer = await server.accept();
    await client.prompts("Msg>>");
    client.type("你好\n");
    await peer.expect("\n你好\n");
    await peer.send(Buffer.from(LOGGED).subarray(0, 7));
    await peer.send(Buffer.from(LOGGED).subarray(7));
    await client.says(LOGGED);
    await client.prompts("Msg>>");
    client.type("再见\n");
    await peer.expect("再见\n");
    await peer.send(Buffer.from(LOGGED).subarray(0, 7));
    peer.end();
    await client.warns("the server is gone: perhaps it has logged this, perhaps not");
    await client.exits(1);
  });

  test("is told once for each line by a server that replies to each read, too", async () => {
    const reads: string[] = [];
    let over: (how: unknown) => void;
    const end = new Promise((resolve) => (over = resolve));
    const notes = net.createServer((conn) => {
      conn.on("data", (data) => reads.push(data.toString()) && conn.write(LOGGED));
      conn.on("end", () => over("ended"));
      conn.on("error", over);
    });
    await once(notes.listen(0, "127.0.0.1"), "listening");
    const { port } = notes.address() as net.AddressInfo;
    const client = await start("log-client", { way, args: ["--port", String(port)] });
    for (const line of ["一", "二", "三"]) {
      await client.prompts("Msg>>");
      client.type(`${line}\n`);
      await client.says(LOGGED);
    }
    await client.prompts("Msg>>");
    client.type("\n");
    await client.exits(0);
    // A reply that it has left unread would make its close a reset, which ends the notes' server.
    expect(await end).toBe("ended");
    expect(reads).toEqual(["\n一\n", "二\n", "三\n"]);
    notes.close();
  });
});
