/**
 * The scenes of this chapter: who starts, who says what.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Running, Scenes } from "@netnotes/test-harness";

const site = join(import.meta.dirname, "site");

/** What client and server print of one exchange. The order of the two is free. */
async function exchange(
  client: Running,
  server: Running,
  path: string,
  status: string,
  body: Buffer,
) {
  await client.says(`HTTP/1.1 ${status}`);
  await client.says("Content-Type: text/html; charset=utf-8");
  await client.says(`Content-Length: ${body.length}`);
  await client.says("Connection: close");
  await client.says(/^Date: \w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/);
  await client.says(`saved ${body.length} bytes in page.html: Content-Length says that it is all`);
  await client.exits(0);
  await server.says(`GET ${path} HTTP/1.1`);
  await server.says(`Host: 127.0.0.1:${server.address.port}`);
  await server.says("User-Agent: netnotes");
  await server.says("Connection: close");
  await server.says(status);
}

export const scenes = {
  page: {
    title: "A client saves the page, then asks for one that is not there.",
    cast: { server: "server", client: "client" },
    async play({ start, scratch }) {
      const cwd = scratch();
      const server = await start("server");
      await server.says(`Listen the port ${server.address.port}...`);

      const index = readFileSync(join(site, "index.html"));
      const client = await start("client", { to: server, cwd });
      await exchange(client, server, "/", "200 OK", index);
      assert.deepEqual(readFileSync(join(cwd, "page.html")), index);

      const sorry = readFileSync(join(site, "not-found.html"));
      const lost = await start("client", { to: server, cwd, args: ["/another-page.html"] });
      await exchange(lost, server, "/another-page.html", "404 Not Found", sorry);
      assert.deepEqual(readFileSync(join(cwd, "page.html")), sorry);
    },
  },
} satisfies Scenes;
