import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Checks, Verbs } from "@netnotes/exercises";

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** An upload as it is on the wire; a digest of other bytes makes it wrong. */
function upload(bytes: Buffer, digest: string = sha256(bytes)): Buffer {
  return Buffer.concat([Buffer.from(`${bytes.length}\n`), bytes, Buffer.from(`${digest}\n`)]);
}

/** A server, a look at the folder of its file, which holds nothing else, and an upload into it. */
async function begin({ startServer, dial, scratch, same, fail }: Verbs, old?: Uint8Array) {
  const folder = scratch();
  const file = join(folder, "file");
  if (old) writeFileSync(file, old);
  const holds = (bytes: Uint8Array, alone = true): void => {
    if (!existsSync(file)) fail("your program has left no file where --to says");
    const when = alone ? "" : ", while an upload comes,";
    same(`the file of --to${when}`, readFileSync(file), bytes);
    const others = readdirSync(folder).filter((name) => name !== "file");
    if (alone && others[0]) fail(`your program has left ${others.join(", ")} beside the file`);
  };
  const stores = async (client: Awaited<ReturnType<typeof dial>>, bytes: Buffer) => {
    await Promise.all([client.send(upload(bytes)), client.expect("stored\n")]);
    holds(bytes);
  };
  return { server: await startServer({ args: ["--to", file] }), folder, file, holds, stores };
}

export default {
  stored: {
    title: "stores an upload, and says so when it has, while the client still listens",
    why: "The length says where the file ends. A server that waits for the end of the stream waits for a client that waits for the answer. And whoever reads stored may throw the original away: so the last step, which may fail, comes before it.",
    async run(verbs) {
      const { server, folder, file, stores } = await begin(verbs);
      const client = await verbs.dial(server);
      const text = Buffer.from(verbs.random.text(12));
      const binary = Buffer.concat([Buffer.from("中文\n"), Buffer.from([0, 255, 13, 10]), text]);
      for (const bytes of [text, binary]) await stores(client, bytes);
      client.end();
      await client.expectEnd();

      // Without its folder, the file can't be put into its place at the end.
      const unlucky = await verbs.dial(server, { name: "unlucky" });
      await unlucky.send(upload(text).subarray(0, 9));
      await verbs.rests(server);
      rmSync(folder, { recursive: true });
      await unlucky.send(upload(text).subarray(9));
      unlucky.end();
      if ((await unlucky.expect("stored\n").catch(() => false)) && !existsSync(file))
        verbs.fail("your program said stored, and no file is there: its folder was gone");
    },
  },

  framed: {
    title: "finds the uploads, however the stream is cut and joined, and all of a large one",
    why: "A read brings what has come so far: a part of a line, or the end of one upload with the beginning of the next. recv(n) returns at most n bytes, and as few as have come: only the length tells when it is enough.",
    async run(verbs) {
      const { server, holds, stores } = await begin(verbs);
      const client = await verbs.dial(server);
      const bytes = Buffer.from(verbs.random.text(10));
      const message = upload(bytes);
      // Byte by byte up to the digest, and that in a few pieces.
      const first = verbs.random.pieces(message.subarray(0, 13), 13);
      await verbs.sendApart(client, [...first, ...verbs.random.pieces(message.subarray(13), 5)]);
      await client.expect("stored\n");
      holds(bytes);

      const last = Buffer.from(`${verbs.random.text(2)}\n3\n`);
      const several = [Buffer.from(verbs.random.text(1)), Buffer.from(""), last];
      await client.send(Buffer.concat(several.map((each) => upload(each))));
      for (const _ of several) await client.expect("stored\n");
      holds(last);
      await stores(client, Buffer.from(verbs.random.text(300_000)));
    },
  },

  altered: {
    title: "refuses what has another digest, keeps the old file, and goes on",
    why: "As many bytes as were announced need not be those that were meant. Before the digest is known to be right, nothing may have happened to the old file.",
    async run(verbs) {
      const old = Buffer.from(verbs.random.text(12));
      const bytes = Buffer.from(verbs.random.text(12));
      const { server, holds, stores } = await begin(verbs, old);
      const client = await verbs.dial(server);
      for (const digest of [sha256(old), "0".repeat(64)]) {
        await client.send(upload(bytes, digest));
        await client.expect("refused\n");
        holds(old);
      }
      await stores(client, bytes);
    },
  },

  "cut-off": {
    title: "keeps the old file when an upload ends too early, and serves the next client",
    why: "The kernel of a killed client ends its stream like that of a finished one: only what is missing tells. And while it may be missing, the old file must be there.",
    async run(verbs) {
      const old = Buffer.from(verbs.random.text(12));
      const { server, holds, stores } = await begin(verbs, old);
      const message = upload(Buffer.from(verbs.random.text(12)));
      // In the first line, behind it, among the bytes, behind them, in the digest, and before its newline.
      for (const end of [2, 3, 3 + verbs.random.integer(1, 11), 15, 15 + 32, 15 + 64]) {
        const client = await verbs.dial(server, { name: `cut after ${end}` });
        await verbs.sendApart(client, [message.subarray(0, end)]);
        holds(old, false);
        client.end();
        await client.expect("refused\n");
        await client.expectEnd();
        holds(old);
        const next = await verbs.dial(server, { name: `next after ${end}` });
        await stores(next, old);
        next.end();
      }
    },
  },
} satisfies Checks;
