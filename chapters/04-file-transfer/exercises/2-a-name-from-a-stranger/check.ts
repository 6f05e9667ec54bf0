import { lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Checks, Verbs } from "@netnotes/exercises";

/** Everything below a folder, a line each: names, where links lead, and what files contain. */
function below(folder: string, path = ""): string {
  const lines = readdirSync(join(folder, path)).map((name) => {
    const [here, file] = [join(path, name), join(folder, path, name)];
    const stat = lstatSync(file);
    if (stat.isSymbolicLink()) return `${here} -> ${readlinkSync(file)}\n`;
    return stat.isDirectory() ? below(folder, here) : `${here}: ${readFileSync(file, "utf8")}\n`;
  });
  return [path === "" ? "" : `${path}/\n`, ...lines.sort()].join("");
}

/** A name as it stands in a message: a long one is cut, and the accent of `odd` can be told. */
function shown(name: string): string {
  const short = name.length > 28 ? `${name.slice(0, 27)}…` : name;
  return JSON.stringify(short).replaceAll("\u0301", "\\u0301");
}

/** A server for the folder `in`, among others; what one client is answered; and what it has done. */
async function begin({ scratch, startServer, dial, sendApart, same, fail }: Verbs) {
  const home = scratch();
  const folder = join(home, "in");
  for (const each of ["in", "in/old", "in-too"]) mkdirSync(join(home, each));
  for (const file of ["secret", "in/taken", "in-too/other"]) writeFileSync(join(home, file), "old");
  symlinkSync("../secret", join(home, "in/link"));
  symlinkSync("../new", join(home, "in/broken"));
  const server = await startServer({ args: ["--to", folder] });

  async function answers(name: string, bytes: string | Uint8Array, answer: string): Promise<void> {
    const client = await dial(server, { name: shown(name) });
    const sent = Buffer.concat([Buffer.from(`${name}\n`), Buffer.from(bytes)]);
    await sendApart(client, answer === "stored" ? [sent.subarray(0, 2), sent.subarray(2)] : [sent]);
    client.end();
    await client.expect(`${answer}\n`);
    await client.expectEnd();
  }
  return {
    home,
    answers,
    stores: async (name: string, bytes: string): Promise<void> => {
      const [old, rest] = [readdirSync(folder), below(folder).split(/(?<=\n)/)];
      await answers(name, bytes, "stored");
      const made = readdirSync(folder).filter((file) => !old.includes(file));
      const found = made.map(shown).join(", ") || "nothing";
      if (!made.includes(name))
        fail(`${shown(name)} was not stored under this name: new in the folder is ${found}`);
      same(`the file ${shown(name)}`, readFileSync(join(folder, name)), bytes);
      same("the folder", below(folder), [...rest, `${name}: ${bytes}\n`].sort().join(""));
    },
    refuses: async (name: string): Promise<void> => {
      const before = below(home);
      await answers(name, "bytes of a stranger", "refused");
      same("what the disk holds after that", below(home), before);
    },
  };
}

export default {
  stored: {
    title: "stores a new file under its name, byte for byte",
    why: "The name ends at the first newline, and the file where the stream does: newlines, zero bytes and no bytes at all are contents like any other. A read may end before either.",
    async run(verbs) {
      const { home, answers, stores } = await begin(verbs);
      await stores("hello.txt", verbs.random.text(20));
      await stores("empty", "");
      const bytes = Buffer.concat([Buffer.from([10, 0, 255, 10]), verbs.random.bytes(100_000)]);
      await answers("binary", bytes, "stored");
      verbs.same("the file", readFileSync(join(home, "in/binary")), bytes);
    },
  },

  odd: {
    title: "stores under names that look odd and lead nowhere else",
    why: "A file's name is nearly any bytes: dots in a row, spaces, a percent sign, Chinese, a carriage return, an accent behind its letter. Who refuses or changes more than needed loses other people's files.",
    async run(verbs) {
      const { stores } = await begin(verbs);
      const dots = ["..a", "a..b", "...", "-rf", "%2e%2e%2fa", "~", "$HOME"];
      const text = ["数据 文件.txt", " a ", "a\r", "cafe\u0301"]; // an accent of its own
      for (const name of [...dots, ...text, "文".repeat(80), "a".repeat(240)])
        await stores(name, verbs.random.text(3));
    },
  },

  outside: {
    title: "refuses names that lead elsewhere, and touches nothing",
    why: "open follows a path: up by .., from the root by a leading slash, down into folders. On Windows a backslash is a slash.",
    async run(verbs) {
      const { home, refuses } = await begin(verbs);
      const up = ["../new", "../secret", "../in-too/new", "old/../../new", "..\\new", "/../new"];
      const down = ["old/new", "./new", "in/new", "old\\new"];
      for (const name of [...up, ...down, `${home}/new`, `${home}/in/new`]) await refuses(name);
    },
  },

  "no-name": {
    title: "refuses what is no name, and goes on",
    why: "Not every wrong name fails in the same way: some are folders, some are too long, and some can't be handed to the system at all. None may end the server.",
    async run(verbs) {
      const { stores, refuses } = await begin(verbs);
      const names = ["", ".", "..", "/", "a\0b", "a".repeat(256), "文".repeat(86)];
      for (const name of names) await refuses(name);
      await stores("next", verbs.random.text(3));
    },
  },

  taken: {
    title: "refuses a name that is taken, by whatever it is",
    why: "Only open itself can look and make the file in one step (O_CREAT with O_EXCL). And a link that leads to nothing looks like nothing, until it is written through.",
    async run(verbs) {
      const { stores, refuses } = await begin(verbs);
      for (const name of ["taken", "old", "link", "broken"]) await refuses(name);
      await stores("mine", "first");
      await refuses("mine");
    },
  },
} satisfies Checks;
