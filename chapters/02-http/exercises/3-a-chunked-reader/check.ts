import type { Checks, Verbs } from "@netnotes/exercises";

type Program = Awaited<ReturnType<Verbs["startClient"]>>;

const HEAD = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
const LAST = "0\r\n\r\n";

/** An answer with this content, in one chunk or in several. */
function chunked(...chunks: (string | Uint8Array)[]): Buffer {
  const pieces = chunks.flatMap((content) => {
    const bytes = Buffer.from(content);
    return [Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from("\r\n")];
  });
  return Buffer.concat([Buffer.from(HEAD), ...pieces, Buffer.from(LAST)]);
}

/** Starts the program, which asks for the first of these paths; `asks` waits for another. */
async function fetching({ listen, startClient }: Verbs, ...paths: string[]) {
  const listener = await listen({ name: "server" });
  const program = await startClient(listener, { args: paths });
  const server = await listener.accept({ name: paths.join(" ") });
  const asks = async (path: string): Promise<void> => {
    await server.expect(`GET ${path} HTTP/1.1\r\n`);
    await server.expect(/\r\n\r\n/, { what: "the end of a head" });
  };
  await asks(paths[0] ?? "/");
  return { program, server, asks };
}

/** The program has printed this and no more, and ends well. */
async function printed({ fail }: Verbs, program: Program, expected: string): Promise<void> {
  await program.prompts(expected);
  const { status, stdout } = await program.ended();
  if (stdout !== "") fail(`your program printed more than the content: ${JSON.stringify(stdout)}`);
  if (status !== 0) fail(`your program printed all of it, and ended with ${status}: why?`);
}

/** The program says of these chunks, the last that ever come, that they are not all right. */
async function refuses(verbs: Verbs, path: string, chunks: string, what: string): Promise<void> {
  const { program, server } = await fetching(verbs, `/${path}`);
  await server.send(HEAD + chunks);
  server.end();
  const { status, stderr } = await program.ended();
  if (status === 0) verbs.fail(`your program ends as if all were well, though it got ${what}`);
  if (stderr === "") verbs.fail(`your program ends with ${status}, and does not say why on stderr`);
}

export default {
  content: {
    title: "prints the content of the chunks, and nothing that stands around it",
    why: "A size says in hexadecimal how many bytes follow. What these are is none of the reader's business, even if they look like the end.",
    async run(verbs) {
      const { program, server } = await fetching(verbs, "/page");
      const first = verbs.random.text(16);
      const second = `${verbs.random.text(21)}\r\n0\r\n\r\n`;
      await server.send(chunked(first, second));
      server.end();
      await printed(verbs, program, first + second);
    },
  },

  next: {
    title: "is done at the last chunk, and asks for the next page on the same connection",
    why: "The connection stays open, so its end never comes. The next answer begins right behind the blank line that ends this one.",
    async run(verbs) {
      const { program, server, asks } = await fetching(verbs, "/one", "/two");
      const [one, two] = [verbs.random.text(5), verbs.random.text(12)];
      await server.send(chunked(one));
      await asks("/two");
      await server.send(chunked(two));
      await printed(verbs, program, one + two);
    },
  },

  pieces: {
    title: "reads chunks that come byte by byte, and one of 100,000 bytes",
    why: "A chunk is no packet and no piece of text. A read may end in the middle of a size, a chunk in the middle of a character, and no single read takes a large one.",
    async run(verbs) {
      const { program, server, asks } = await fetching(verbs, "/small", "/large");
      const [small, large] = [verbs.random.text(10), verbs.random.text(100_000)];
      const tea = Buffer.from("茶");
      const body = chunked(small, tea.subarray(0, 1), tea.subarray(1)).subarray(HEAD.length);
      await verbs.sendApart(server, [HEAD, ...verbs.random.pieces(body, body.length)]);
      await asks("/large");
      await server.send(chunked(large));
      await printed(verbs, program, `${small}茶${large}`);
    },
  },

  extras: {
    title: "passes over an extension, leading zeros and a trailer",
    why: "A size may be followed by ; and words, and the last chunk by fields, up to a blank line. Few servers send them; whoever does not read past them is lost.",
    async run(verbs) {
      const { program, server, asks } = await fetching(verbs, "/one", "/two");
      const [one, two] = [verbs.random.text(12), verbs.random.text(5)];
      await server.send(`${HEAD}000C;name="a b"\r\n${one}\r\n00\r\nDigest: ab\r\nTime: 5\r\n\r\n`);
      await asks("/two");
      await server.send(chunked(two));
      await printed(verbs, program, one + two);
    },
  },

  broken: {
    title: "takes neither half an answer nor a damaged one for the whole",
    why: "Only the last chunk says that it is all: a connection that ends before it has broken. And where two readers guess what damaged chunks mean, and guess differently, somebody breaks in.",
    async run(verbs) {
      const word = verbs.random.text(5);
      await Promise.all([
        refuses(verbs, "half", `a\r\n${word}`, "5 of 10 bytes of a chunk"),
        refuses(verbs, "no-last", `5\r\n${word}\r\n`, "no last chunk"),
        refuses(verbs, "digits", `5z\r\n${word}\r\n${LAST}`, "5z for a size"),
      ]);
      await Promise.all([
        refuses(verbs, "size", `0x5\r\n${word}\r\n${LAST}`, "0x5 for a size"),
        refuses(verbs, "no-end", `5\r\n${word}!!${LAST}`, "!! where a chunk's \\r\\n belongs"),
        refuses(verbs, "late-end", `5\r\n${word}!!\r\n${LAST}`, "!! before a chunk's \\r\\n"),
      ]);
    },
  },
} satisfies Checks;
