/**
 * Sends its input, says that this was all, and prints the answer.
 *
 * The Node way: a pipe ends what it writes to, and that is a half-close.
 */
import net from "node:net";
import { parseArgs } from "node:util";

const { values: args } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "2121" },
  },
});

const conn = net.connect({ host: args.host, port: Number(args.port) });
process.stdin.pipe(conn);
conn.pipe(process.stdout);
