import type { Checks, Verbs } from "@netnotes/exercises";

type Client = Awaited<ReturnType<Verbs["dial"]>>;
const HEAD = /^HTTP\/1\.[01] 200 [^]*?\r\n\r\n/;

function get(path: string, more = ""): string {
  return `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${more}\r\n`;
}

function upload(method: string, body: string): string {
  const length = `Content-Length: ${Buffer.byteLength(body)}\r\n`;
  return get("/form", length).replace("GET", method) + body;
}

/** The next answer is this text. @returns its head */
async function answers(client: Client, text: string): Promise<string> {
  const [head] = await client.expect(HEAD, { what: "the head of a 200 answer" });
  await client.expect(text);
  return head;
}

/** The next answer is this text, and says how long it is: the connection stays open. */
async function answersOn({ fail }: Verbs, client: Client, text: string): Promise<void> {
  const head = await answers(client, text);
  const length = /^content-length: *(\d+)\r$/im.exec(head)?.[1];
  if (length === String(text.length)) return;
  const said = length === undefined ? "no Content-Length" : `Content-Length: ${length}`;
  fail(`your program says ${said} for ${text.length} bytes: nobody finds the next answer`);
}

export default {
  again: {
    title: "answers the next request on the same connection",
    why: "To open a connection takes a round trip, and each starts slowly. So HTTP/1.1 keeps them open, unless one side says otherwise.",
    async run(verbs) {
      const client = await verbs.dial(await verbs.startServer());
      for (let count = 0; count < 3; count += 1) {
        const path = `/${verbs.random.text(4)}`;
        await client.send(get(path));
        await answersOn(verbs, client, `GET ${path}, 0 bytes\n`);
      }
    },
  },

  pipelined: {
    title: "answers requests that come together, each of them, in their order",
    why: "A client need not wait for an answer before it asks again. A read then brings several requests, and perhaps the beginning of one more.",
    async run(verbs) {
      const client = await verbs.dial(await verbs.startServer());
      const paths = [1, 2, 3].map((at) => `/${verbs.random.text(4)}${at}`);
      const [one = "", two = "", three = ""] = paths.map((path) => get(path));
      await client.send(one + two + three.slice(0, 9));
      await answersOn(verbs, client, `GET ${paths[0]}, 0 bytes\n`);
      await answersOn(verbs, client, `GET ${paths[1]}, 0 bytes\n`);
      await client.send(three.slice(9));
      await answersOn(verbs, client, `GET ${paths[2]}, 0 bytes\n`);
      const many = Array.from({ length: 300 }, (_, at) => `/${at + 1}`);
      await client.send(many.map((path) => get(path)).join(""));
      for (const path of many) await answersOn(verbs, client, `GET ${path}, 0 bytes\n`);
    },
  },

  body: {
    title: "reads past a body, however it comes, and finds the next request behind it",
    why: "Nothing marks the beginning of a request but the end of the one before. A body that is not read, or half of it, or that is counted in characters, is taken for a request: whoever sends it can slip one in.",
    async run(verbs) {
      const client = await verbs.dial(await verbs.startServer());
      const body = `GET /no HTTP/1.1\r\nConnection: close\r\n\r\n茶${verbs.random.text(5)}`;
      for (const method of ["POST", "PUT"]) {
        const form = upload(method, body);
        const both = [`${method} /form, ${Buffer.byteLength(body)} bytes\n`, `GET /2, 0 bytes\n`];
        await client.send(form + get("/2") + form + get("/2"));
        for (const text of [...both, ...both]) await answersOn(verbs, client, text);
        const head = form.slice(0, -body.length);
        await verbs.sendApart(client, [head, body.slice(0, -9), body.slice(-9) + get("/2")]);
        for (const text of both) await answersOn(verbs, client, text);
      }
    },
  },

  close: {
    title: "closes the connection after its answer where the client wants that, and only there",
    why: "A client that says close, or speaks HTTP/1.0, reads to the end of the connection: if that does not come, it waits. Any other goes on to its next request, even if such a word stands in its path or in another field.",
    async run(verbs) {
      const server = await verbs.startServer();
      const requests = {
        close: get("/close", "Connection: close\r\n"),
        "other letters": get("/close", "connection:Close\r\n"),
        "HTTP/1.0": "GET /close HTTP/1.0\r\n\r\n",
      };
      for (const [name, request] of Object.entries(requests)) {
        const client = await verbs.dial(server, { name });
        await client.send(request);
        await answers(client, "GET /close, 0 bytes\n");
        await client.expectEnd();
      }
      const open = await verbs.dial(server, { name: "stays open" });
      for (const path of ["/close", "/next"]) {
        await open.send(get(path, "X-Connection: close\r\nVia: HTTP/1.0 proxy\r\n"));
        await answersOn(verbs, open, `GET ${path}, 0 bytes\n`);
      }
    },
  },

  gone: {
    title: "answers nothing to a client that has ended, and serves the next one",
    why: "An open connection ends when its client has no more requests. That is the end of its stream, and no mistake.",
    async run(verbs) {
      const server = await verbs.startServer();
      const done = await verbs.dial(server, { name: "done" });
      await done.send(get("/done"));
      await answersOn(verbs, done, "GET /done, 0 bytes\n");
      done.end();
      await done.expectEnd();
      const next = await verbs.dial(server, { name: "next" });
      await next.send(get("/next"));
      await answersOn(verbs, next, "GET /next, 0 bytes\n");
    },
  },
} satisfies Checks;
