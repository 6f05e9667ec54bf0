/** Sends back what one connection sends: an operation is a 'data' event and a write. */
import { once } from "node:events";
import net from "node:net";
import { listening, peerIsGone, rounds } from "./rounds.ts";

const server = net.createServer();
server.listen(0, "127.0.0.1");
await once(server, "listening");
listening(server.address() as net.AddressInfo);
const [conn] = (await once(server, "connection")) as [net.Socket];

let left = 0;
let finish = (): void => {};
conn.on("end", peerIsGone);
conn.on("data", (data) => {
  left -= 1;
  conn.write(data, left === 0 ? finish : undefined);
});
await rounds((operations) => {
  left = operations;
  return new Promise((resolve) => (finish = resolve));
});
