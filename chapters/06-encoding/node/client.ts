/**
 * Sends a text in one encoding, and prints the bytes that it is.
 *
 *     pnpm chapter 06 client --node
 *     pnpm chapter 06 client --node --encoding gbk 你好
 */
import { once } from "node:events";
import net from "node:net";
import { parseArgs } from "node:util";
import iconv from "iconv-lite";

const ENCODINGS = ["utf-8", "gbk", "gb18030", "big5", "utf-16le"];

const { values: args, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "6066" },
    encoding: { type: "string", default: "utf-8" },
    help: { type: "boolean", short: "h" },
  },
});
if (args.help) {
  console.log("usage: client [-h] [--host HOST] [--port PORT]");
  console.log("              [--encoding ENCODING] [text]\n");
  console.log("Sends a text in one encoding.\n");
  console.log(`  --encoding  one of ${ENCODINGS.join(", ")}`);
  process.exit();
}
if (!ENCODINGS.includes(args.encoding)) {
  console.error(`--encoding must be one of ${ENCODINGS.join(", ")}`);
  process.exit(2);
}
const [text = "黑马aB1!", ...others] = positionals;
if (others.length > 0) {
  console.error(`one text is sent, not also ${others.join(" ")}`);
  process.exit(2);
}

// step encode: a socket takes bytes; a character that the table lacks ends here
// (the library would write a question mark, and nobody would know)
const data = iconv.encode(text, args.encoding);
if (iconv.decode(data, args.encoding, { stripBOM: false }) !== text) {
  console.error(`${args.encoding} can't encode all of "${text}"`);
  process.exit(1);
}

// steps socket connect: one call, and an event when the connection is there
const client = net.connect({ host: args.host, port: Number(args.port) });
await once(client, "connect");

// step send: the bytes alone; nothing says in which encoding they are
client.write(data);
const hex = data.toString("hex").replace(/..(?!$)/g, "$& ");
console.log(`"${text}" in ${args.encoding}: ${hex}`);

// step close: the server reads the end of the stream; end() would wait for its own
client.destroySoon();
