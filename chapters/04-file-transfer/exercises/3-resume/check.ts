import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Checks, Verbs } from "@netnotes/exercises";

type Server = Awaited<ReturnType<Verbs["startServer"]>>;
type Client = Awaited<ReturnType<Verbs["dial"]>>;

/** A file, and what clients do to bring it into the folder. */
function uploadOf({ dial, sendApart, same, fail }: Verbs, folder: string, bytes: Buffer) {
  const digest = createHash("sha256").update(bytes).digest("hex");
  const file = join(folder, digest);
  const tooEarly = (): void => {
    if (existsSync(file)) fail("your program shows the file under its digest before it is whole");
  };
  return {
    /** Announces the file, and expects to hear how many bytes are there: without a number, any. */
    asks: async (server: Server, name: string, have?: number): Promise<Client> => {
      const client = await dial(server, { name });
      await sendApart(client, [digest.slice(0, 9), `${digest.slice(9)} ${bytes.length}\n`]);
      if (have !== undefined) await client.expect(`${have}\n`);
      return client;
    },
    breaksOff: async (client: Client, piece: Uint8Array): Promise<void> => {
      await client.send(piece);
      client.end();
      await client.expectEnd();
      tooEarly();
    },
    finishes: async (client: Client, from: number): Promise<void> => {
      await Promise.all([client.send(bytes.subarray(from)), client.expect("stored\n")]);
      await client.expectEnd();
      if (!existsSync(file)) fail("your program says stored, and there is no file of that digest");
      same("the file", readFileSync(file), bytes);
    },
    tooEarly,
  };
}

export default {
  whole: {
    title: "stores a file that comes in one go, and knows it the next time",
    why: "What is whole lacks nothing: the same question, the same answer, and no byte has to come. A file is bytes, and need not be text; and a line is not a read.",
    async run(verbs) {
      const folder = verbs.scratch();
      const server = await verbs.startServer({ args: ["--to", folder] });
      for (const size of [12, 0, 200_000]) {
        const { asks, finishes } = uploadOf(verbs, folder, verbs.random.bytes(size));
        await finishes(await asks(server, `${size} bytes`, 0), 0);
        await finishes(await asks(server, `${size} bytes, again`, size), size);
      }
    },
  },

  resumed: {
    title: "goes on where each client stopped, file by file",
    why: "Only the receiver knows what has come. It must know it of every file by itself, and neither lose a byte of it nor write one twice, and not even when the connection is reset: then recv throws, in place of the end.",
    async run(verbs) {
      const folder = verbs.scratch();
      const server = await verbs.startServer({ args: ["--to", folder] });
      const bytes = Buffer.from(verbs.random.text(30));
      const [one, two] = [verbs.random.integer(3, 9), verbs.random.integer(12, 20)];
      const file = uploadOf(verbs, folder, bytes);
      const another = uploadOf(verbs, folder, bytes.subarray(3));
      await file.breaksOff(await file.asks(server, "first", 0), bytes.subarray(0, one));
      await another.breaksOff(await another.asks(server, "other", 0), bytes.subarray(3, 14));
      await file.breaksOff(await file.asks(server, "second", one), bytes.subarray(one, two));
      await file.breaksOff(await file.asks(server, "silent", two), Buffer.from(""));
      const broken = await file.asks(server, "broken", two);
      await broken.send(bytes.subarray(two, two + 5));
      await verbs.rests(server); // it has read them: a reset throws away what is unread
      broken.reset();
      await verbs.rests(server);
      await file.finishes(await file.asks(server, "third", two + 5), two + 5);
      await another.finishes(await another.asks(server, "other", 11), 11);
    },
  },

  restart: {
    title: "goes on after the server was killed and started again",
    why: "A variable ends with its program, and nobody asks a killed program to write it down. What is on the disk stays: the bytes themselves, and how many they are.",
    async run(verbs) {
      const folder = verbs.scratch();
      const bytes = Buffer.from(verbs.random.text(200));
      const { asks, breaksOff, finishes, tooEarly } = uploadOf(verbs, folder, bytes);
      const kept = verbs.random.integer(20, 90);
      const killed = await verbs.startServer({ args: ["--to", folder] });
      await breaksOff(await asks(killed, "first", 0), bytes.subarray(0, kept));
      const second = await asks(killed, "second", kept);
      await verbs.sendApart(second, verbs.random.pieces(bytes.subarray(kept, 150), 3));
      killed.signal("SIGKILL");
      await killed.ended();
      tooEarly();
      const server = await verbs.startServer({ args: ["--to", folder] });
      const third = await asks(server, "third");
      const have = Number((await third.expect(/^\d+\n/))[0]);
      if (have < kept || have > 150)
        verbs.fail(`your program says that it has ${have} bytes: ${kept} were kept, and 150 sent`);
      await finishes(third, have);
    },
  },

  refused: {
    title: "refuses bytes of another digest, and begins anew",
    why: "The digest is of the whole file, also of the part that came before. When it differs, nobody knows which bytes are wrong; if they stayed, the file could never come.",
    async run(verbs) {
      const folder = verbs.scratch();
      const server = await verbs.startServer({ args: ["--to", folder] });
      const bytes = Buffer.from(verbs.random.text(20));
      const { asks, breaksOff, finishes, tooEarly } = uploadOf(verbs, folder, bytes);
      await breaksOff(await asks(server, "first", 0), Buffer.from(verbs.random.text(8)));
      const second = await asks(server, "second", 8);
      await second.send(bytes.subarray(8));
      await second.expect("refused\n");
      await second.expectEnd();
      tooEarly();
      await finishes(await asks(server, "third", 0), 0);
    },
  },
} satisfies Checks;
