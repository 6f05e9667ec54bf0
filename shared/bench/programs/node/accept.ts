/** Accepts connections that wait already, and closes them: an operation is a 'connection' event and a destroy. */
import { once } from "node:events";
import net from "node:net";
import { listening, rounds } from "./rounds.ts";

let left = 0;
let finish = (): void => {};

const server = net.createServer((conn) => {
  conn.destroy();
  left -= 1;
  if (left === 0) finish();
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
listening(server.address() as net.AddressInfo);
await rounds((operations) => {
  left = operations;
  return new Promise((resolve) => (finish = resolve));
});
