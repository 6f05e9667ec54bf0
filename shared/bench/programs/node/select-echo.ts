/** Sends back what any of its connections sends: an operation is a 'data' event and a write. */
import { once } from "node:events";
import net from "node:net";
import { listening, peerIsGone, rounds } from "./rounds.ts";

const connections = Number(process.argv[2]);
let left = 0;
let finish = (): void => {};

const server = net.createServer((conn) => {
  conn.on("end", peerIsGone);
  conn.on("data", (data) => {
    left -= 1;
    conn.write(data, left === 0 ? finish : undefined);
  });
});
server.listen({ host: "127.0.0.1", port: 0, backlog: connections });
await once(server, "listening");
listening(server.address() as net.AddressInfo);
await rounds((operations) => {
  left = operations;
  return new Promise((resolve) => (finish = resolve));
});
