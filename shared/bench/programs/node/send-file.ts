/** Reads a file and sends it through a pipeline, as chapter 04's client does: an operation is a MiB. */
import { once } from "node:events";
import { createReadStream } from "node:fs";
import net from "node:net";
import { pipeline } from "node:stream/promises";
import { listening, rounds } from "./rounds.ts";

const server = net.createServer();
server.listen(0, "127.0.0.1");
await once(server, "listening");
listening(server.address() as net.AddressInfo);
await rounds(async (mebibytes) => {
  const [conn] = (await once(server, "connection")) as [net.Socket];
  await pipeline(createReadStream("/dev/zero", { end: mebibytes * 1024 * 1024 - 1 }), conn);
  conn.destroySoon();
});
