/**
 * Says the number of each character that comes: the Node way.
 */
import { once } from "node:events";
import net from "node:net";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "6066" },
  },
});

function numbers(text: string): string {
  const lines = Array.from(text, (character) => {
    const number = character.codePointAt(0) ?? 0;
    return `U+${number.toString(16).toUpperCase().padStart(4, "0")}\n`;
  });
  return lines.join("");
}

const server = net.createServer({ allowHalfOpen: true }, (conn) => {
  conn.on("error", (error) => console.log(`lost a client: ${error.message}`));
  conn.setEncoding("utf8");
  conn.on("data", (text: string) => conn.write(numbers(text)));
  conn.on("end", () => conn.end());
});
server.listen({ host: args.host, port: Number(args.port) });
await once(server, "listening");
const { address, port } = server.address() as net.AddressInfo;
console.log(`listening on ${address}:${port}`);
