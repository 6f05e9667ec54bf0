/** Sends back each datagram to where it came from: an operation is a 'message' event and a send. */
import dgram from "node:dgram";
import { once } from "node:events";
import { listening, rounds } from "./rounds.ts";

const server = dgram.createSocket("udp4");
server.bind(0, "127.0.0.1");
await once(server, "listening");
listening(server.address());

let left = 0;
let finish = (): void => {};
server.on("message", (data, { address, port }) => {
  left -= 1;
  // send() looks the address up, even this one, and so does nothing at once.
  server.send(data, port, address, left === 0 ? finish : undefined);
});
await rounds((operations) => {
  left = operations;
  return new Promise((resolve) => (finish = resolve));
});
