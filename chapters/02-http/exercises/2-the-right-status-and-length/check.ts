import type { Checks, Verbs } from "@netnotes/exercises";

type Server = Awaited<ReturnType<Verbs["startServer"]>>;

/** What an answer has to say; the body is counted also where it is not sent, as to HEAD. */
interface Expected {
  readonly status: string;
  readonly body: string;
}

/** Asks on a connection of its own, and looks at the whole answer. @returns its fields */
async function ask(
  { dial, fail }: Verbs,
  server: Server,
  asked: string,
  { status, body }: Expected,
): Promise<Map<string, string>> {
  const client = await dial(server, { name: asked });
  await client.send(`${asked} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);

  const [head] = await client.expect(/^[^]*?\r?\n\r?\n/, { what: "the head of an answer" });
  const [first = "", ...lines] = head.split("\r\n");
  if (/[^\r]\n/.test(head)) fail("your program ends a line of its head in \\n, not in \\r\\n");
  const said = /^HTTP\/1\.1 (\d{3} .*)$/.exec(first)?.[1];
  if (said === undefined) {
    fail(`your program begins with "${first}"; a status line is HTTP/1.1, three digits, and words`);
  }
  if (said !== status)
    fail(`your program answers ${said} to ${asked}; this is a case for ${status}`);
  const fields = new Map(lines.slice(0, -2).map(field));

  const length = fields.get("content-length");
  const size = Buffer.byteLength(body);
  if (length === undefined) {
    fail(`your program says no Content-Length for ${status}: is this all? Nobody can tell`);
  }
  if (length !== String(size)) {
    fail(`your program says Content-Length: ${length}; the body of ${status} has ${size} bytes`);
  }
  const type = fields.get("content-type") ?? "(no such field)";
  if (!/^text\/plain; ?charset=utf-8$/i.test(type)) {
    fail(`your program says Content-Type: ${type}; the task says text/plain; charset=utf-8`);
  }
  await client.expect(asked.startsWith("HEAD ") ? "" : body);
  await client.expectEnd();
  return fields;
}

/** A name without its case, and its value without the space around it. */
function field(line: string): [string, string] {
  const [name = "", ...value] = line.split(":");
  return [name.toLowerCase(), value.join(":").trim()];
}

const MISSING: Expected = { status: "404 Not Found", body: "404 Not Found\n" };

export default {
  found: {
    title: "answers GET / with 200, a type, a length, and the page",
    why: "The status is for programs, the length tells them whether they have it all, and the type what it is.",
    async run(verbs) {
      const body = verbs.random.text(20);
      const server = await verbs.startServer({ args: ["--page", body] });
      await ask(verbs, server, "GET /", { status: "200 OK", body });
      const query = `GET /?q=${verbs.random.text(4)}`;
      await ask(verbs, server, query, { status: "200 OK", body });
    },
  },

  bytes: {
    title: "tells the length in bytes",
    why: "A client counts bytes. If the length is less than that, it cuts the page off; if it is more, it waits for the rest.",
    async run(verbs) {
      const body = `茶, ${verbs.random.text(4)}, café`;
      const server = await verbs.startServer({ args: ["--page", body] });
      await ask(verbs, server, "GET /", { status: "200 OK", body });
    },
  },

  missing: {
    title: "answers 404 where there is no page, in a form as good as that of a page",
    why: "A program looks at the digits only, a person at the words. It would keep a sorry text that says 200, and follow a 303. A 404 has a body as well, and a length.",
    async run(verbs) {
      const server = await verbs.startServer();
      for (const query of ["", "?q=tea"])
        await ask(verbs, server, `GET /${verbs.random.text(6)}${query}`, MISSING);
    },
  },

  head: {
    title: "answers HEAD with what it says to GET before the body, and without the body",
    why: "HEAD asks how long the page is and of which type, to spare the rest. Nothing follows the blank line: on an open connection it would be taken for the next answer.",
    async run(verbs) {
      const body = `${verbs.random.text(9)} 茶`;
      const server = await verbs.startServer({ args: ["--page", body] });
      await ask(verbs, server, "HEAD /", { status: "200 OK", body });
      await ask(verbs, server, `HEAD /${verbs.random.text(6)}`, MISSING);
    },
  },

  method: {
    title: "refuses other methods with 405, and says which ones it takes",
    why: "The page is there, so 404 is not true; but it can't be deleted. Allow tells the client what it can do instead.",
    async run(verbs) {
      const server = await verbs.startServer();
      const status = "405 Method Not Allowed";
      for (const method of ["DELETE", "POST", "PUT"]) {
        const fields = await ask(verbs, server, `${method} /`, { status, body: `${status}\n` });
        const allow = fields.get("allow") ?? "(no such field)";
        if (allow.split(/ *, */).sort().join() === "GET,HEAD") continue;
        verbs.fail(`your program refuses ${method} with Allow: ${allow}; it takes GET, HEAD`);
      }
    },
  },
} satisfies Checks;
