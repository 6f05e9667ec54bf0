/**
 * Asks a question for each word: the Node way.
 */
import dgram from "node:dgram";
import { once } from "node:events";
import { parseArgs } from "node:util";

const { values: args, positionals: words } = parseArgs({
  allowPositionals: true,
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "9999" },
    timeout: { type: "string", default: "0.5" },
    tries: { type: "string", default: "5" },
  },
});

const client = dgram.createSocket("udp4");
client.connect(Number(args.port), args.host);
await once(client, "connect");
client.on("error", () => {}); // nobody is there: no answer either

function ask(number: number, word: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let tries = 0;
    const send = (): void => {
      if (tries === Number(args.tries)) reject(new Error(`no answer: ${word}`));
      else client.send(`${number} ${word}`);
      tries += 1;
    };
    const timer = setInterval(send, Number(args.timeout) * 1000);
    client.on("message", (answer) => {
      const [, sent, text = ""] = /^(\d+) (.*)$/s.exec(answer.toString()) ?? [];
      if (sent !== String(number)) return;
      clearInterval(timer);
      client.removeAllListeners("message");
      resolve(text);
    });
    send();
  });
}

for (const [at, word] of words.entries()) {
  try {
    console.log(await ask(at + 1, word));
  } catch (error) {
    console.error((error as Error).message);
    process.exit(1);
  }
}
client.close();
