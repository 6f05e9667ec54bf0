/**
 * Receives as many MiB as it is told: an operation is a MiB.
 *
 * The SIZE that the other ways are given means nothing here: a server's connection is always read with
 * buffers of 64 KiB.
 */
import { once } from "node:events";
import net from "node:net";
import { listening, peerIsGone, rounds } from "./rounds.ts";

let left = 0;
let finish = (): void => {};

const server = net.createServer();
server.listen(0, "127.0.0.1");
await once(server, "listening");
listening(server.address() as net.AddressInfo);
const [conn] = (await once(server, "connection")) as [net.Socket];
conn.on("end", peerIsGone);
conn.on("data", (data) => {
  left -= data.length;
  if (left === 0) finish();
});
await rounds((mebibytes) => {
  left = mebibytes * 1024 * 1024;
  conn.write("?");
  return new Promise((resolve) => (finish = resolve));
});
