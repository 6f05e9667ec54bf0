/**
 * Prints the bytes of each read, and the text that they are in one encoding.
 *
 * Start it first, and clients in a second terminal, in the same encoding and in
 * another:
 *
 *     pnpm chapter 06 server --node
 *     pnpm chapter 06 client --node
 *     pnpm chapter 06 client --node --encoding gbk
 */
import { once } from "node:events";
import net from "node:net";
import { parseArgs } from "node:util";

const ENCODINGS = ["utf-8", "gbk", "gb18030", "big5", "utf-16le"];

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "6066" },
    encoding: { type: "string", default: "utf-8" },
    bytewise: { type: "boolean", default: false },
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log("usage: server [-h] [--host HOST] [--port PORT]");
  console.log("              [--encoding ENCODING] [--bytewise]\n");
  console.log("Prints bytes, and the text in them.\n");
  console.log(`  --encoding  one of ${ENCODINGS.join(", ")}`);
  console.log("  --bytewise  one byte a read");
  process.exit();
}
if (!ENCODINGS.includes(args.encoding)) {
  console.error(`--encoding must be one of ${ENCODINGS.join(", ")}`);
  process.exit(2);
}

// steps accept close: Node closes a connection that has ended by itself
const server = net.createServer((conn) => {
  const addr = `('${conn.remoteAddress ?? "unknown"}', ${conn.remotePort ?? 0})`;

  // step decoder: one for each connection: it keeps half a character
  const decoder = new TextDecoder(args.encoding, { ignoreBOM: true });

  // step receive: a read may end anywhere, also within a character
  // corrected: the notes decode each read alone (proof split)
  conn.on("readable", () => {
    let chunk: Buffer | null;
    while ((chunk = conn.read(args.bytewise ? 1 : undefined)) !== null) {
      const hex = chunk.toString("hex").replace(/..(?!$)/g, "$& ");
      const text = decoder.decode(chunk, { stream: true });
      console.log(`${hex} in ${args.encoding}: "${text}"`);
    }
  });

  // step end: a half that nothing follows is shown as what it is
  conn.on("end", () => {
    const rest = decoder.decode();
    if (rest) console.log(`the end in ${args.encoding}: "${rest}"`);
  });
  conn.on("error", (error: NodeJS.ErrnoException) => {
    console.log(`lost ${addr} ${error.code}`);
  });
});

// steps socket reuse bind listen: listen() makes all four calls
server.listen({ host: args.host, port: Number(args.port), backlog: 5 });
await once(server, "listening");
const { address, port } = server.address() as net.AddressInfo;
console.log(
  `listening on ${net.isIPv6(address) ? `[${address}]` : address}:${port}`,
);
