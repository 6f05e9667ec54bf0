/**
 * Wrong: answers at the end of a read, if all there are messages.
 */
import net from "node:net";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "1234" },
  },
});
const MOST = 1_000_000;

const server = net.createServer((conn) => {
  let said = Buffer.alloc(0);
  conn.on("error", (error) => console.log(`lost a client: ${error.message}`));
  conn.on("data", (data: Buffer) => {
    said = Buffer.concat([said, data]);
    const answers: Buffer[] = [];
    for (;;) {
      const start = said.toString("latin1", 0, 8);
      if (!/^[0-9]{0,7}(?::|$)/.test(start) || start.startsWith(":"))
        return conn.end();
      const colon = start.indexOf(":");
      if (colon < 0) return void conn.write(Buffer.concat(answers));
      const length = Number(start.slice(0, colon));
      if (length > MOST) return conn.end();
      const end = colon + 1 + length;
      if (said.length <= end) return void conn.write(Buffer.concat(answers));
      if (said[end] !== 0x2c) return conn.end();
      const answer = Buffer.from(said.subarray(colon + 1, end)).reverse();
      answers.push(Buffer.from(`${length}:`), answer, Buffer.from(","));
      said = said.subarray(end + 1);
    }
  });
});
server.listen({ host: args.host, port: Number(args.port) }, () => {
  const { address, port } = server.address() as net.AddressInfo;
  console.log(`listening on ${address}:${port}`);
});
