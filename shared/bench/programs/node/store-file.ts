/** Receives a file and writes it through a pipeline, as chapter 04's server does: an operation is a MiB. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { open, unlink } from "node:fs/promises";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { listening, rounds } from "./rounds.ts";

const server = net.createServer();
server.listen(0, "127.0.0.1");
await once(server, "listening");
listening(server.address() as net.AddressInfo);
await rounds(async (mebibytes) => {
  const [conn] = (await once(server, "connection")) as [net.Socket];
  // Its name goes at once: nothing is left, however this program ends.
  const name = path.join(tmpdir(), `netnotes-bench-${process.pid}`);
  const file = (await open(name, "w")).createWriteStream();
  await unlink(name);
  conn.write("?");
  await pipeline(conn, file);
  assert.equal(file.bytesWritten, mebibytes * 1024 * 1024);
});
