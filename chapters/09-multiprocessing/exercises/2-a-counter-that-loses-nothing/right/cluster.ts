/**
 * Gives tickets to clients: the Node way, where one process counts for all.
 */
import cluster from "node:cluster";
import dgram from "node:dgram";
import { once } from "node:events";
import net from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const options = {
  host: { type: "string", default: "127.0.0.1" },
  port: { type: "string", default: "9090" },
  workers: { type: "string", default: "2" },
  store: { type: "string", default: "9091" },
} as const;
const { values: args } = parseArgs({ options });

if (cluster.isPrimary) {
  const store = dgram.createSocket("udp4");
  const ask = async (message: string): Promise<string> => {
    store.send(message, Number(args.store), "127.0.0.1");
    return String((await once(store, "message"))[0]);
  };
  // Each ticket waits for the one before it: so nobody comes in between.
  let last: Promise<number> = Promise.resolve(0);
  const next = async (): Promise<number> => {
    const number = Number(await ask("get")) + 1;
    await ask(`set ${number}`);
    return number;
  };
  cluster.setupPrimary({ exec: fileURLToPath(import.meta.url) });
  cluster.on("message", (worker) => {
    last = last.then(next);
    void last.then((number) => worker.send(number));
  });
  let ready = 0;
  cluster.on("listening", (_, { address, port }) => {
    ready += 1;
    if (ready < Number(args.workers)) return;
    console.log(`listening on ${address}:${port}`);
  });
  for (let n = 0; n < Number(args.workers); n += 1) cluster.fork();
} else {
  const waiting: ((number: number) => void)[] = [];
  process.on("message", (number: number) => waiting.shift()?.(number));
  const server = net.createServer((conn) => {
    const lines = createInterface(conn);
    // It passes its connection's errors on.
    lines.on("error", (error) => console.log(`lost a client: ${error}`));
    lines.on("line", (name) => {
      waiting.push((n) => conn.write(`${n} ${process.pid} ${name}\n`));
      process.send?.("next");
    });
  });
  server.listen({ host: args.host, port: Number(args.port) });
}
