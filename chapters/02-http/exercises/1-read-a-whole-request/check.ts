import type { Checks, Verbs } from "@netnotes/exercises";

type Client = Awaited<ReturnType<Verbs["dial"]>>;

/** The answer is this request, and then the connection is closed. */
async function mirrors(client: Client, request: string | Uint8Array): Promise<void> {
  await client.expect(/^HTTP\/1.1 200 [^]*?\r\n\r\n/, { what: "the head of a 200 answer" });
  await client.expect(request);
  await client.expectEnd();
}

function get(path: string): string {
  return `GET /${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`;
}

function head(path: string, length: string): string {
  return `POST /${path} HTTP/1.1\r\n${length}\r\nHost: localhost\r\n\r\n`;
}

function post(path: string, body: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from(head(path, `Content-Length: ${body.length}`)), body]);
}

export default {
  whole: {
    title: "answers a request that comes in one piece, as soon as its blank line is there",
    why: "A client that waits for its answer keeps the connection open. Its request is over at the blank line, not when it says no more.",
    async run({ startServer, dial, random }) {
      const client = await dial(await startServer());
      const request = get(random.text(8));
      await client.send(request);
      await mirrors(client, request);
    },
  },

  pieces: {
    title: "reads a request that comes in small pieces, at its end byte by byte",
    why: "recv gives what has come so far. It may end in the middle of a line, of the blank line, of the body, or of a character.",
    async run({ startServer, dial, sendApart, random }) {
      const client = await dial(await startServer());
      const fields = "Content-Length: 3\r\nName: 茶";
      const request = Buffer.from(`${head(random.text(3), fields)}茶`);
      const at = request.indexOf("\r\n\r\n") - 2;
      const [first, last] = [request.subarray(0, at), request.subarray(at)];
      const bytes = random.pieces(last, last.length);
      await sendApart(client, [...random.pieces(first, 9), ...bytes]);
      await mirrors(client, request);
    },
  },

  body: {
    title: "reads a body of Content-Length bytes, whether it comes with the head or long after it",
    why: "After the blank line as many bytes follow as the head says. They may have blank lines of their own, and need not be text.",
    async run({ startServer, dial, sendApart, random }) {
      const server = await startServer();
      const odd = Buffer.from([0, 255, 13, 10, 13, 10]);
      const tea = post(random.text(3), Buffer.concat([odd, Buffer.from("茶茶茶茶")]));
      const together = await dial(server, { name: "together" });
      await together.send(tea);
      await mirrors(together, tea);

      const apart = await dial(server, { name: "apart" });
      await sendApart(apart, [tea.subarray(0, -9), tea.subarray(-9, -4), tea.subarray(-4)]);
      await mirrors(apart, tea);

      const large = await dial(server, { name: "large" });
      const request = post("large", Buffer.from(random.text(100_000)));
      const mirrored = mirrors(large, request);
      await Promise.all([large.send(request), mirrored]);
    },
  },

  length: {
    title: "finds Content-Length however it is spelled, and takes no other field for it",
    why: "The name of a field has no case, and the space behind its colon may be missing. A longer name with the same end is another field.",
    async run({ startServer, dial, sendApart, random }) {
      const server = await startServer();
      const body = random.text(12);
      const small = "content-length:12";
      const capital = "X-Content-Length: 3\r\nCONTENT-LENGTH: 12";
      const before = "Content-Length: 12\r\nX-Content-Length: 3";
      for (const [name, length] of Object.entries({ small, capital, before })) {
        const client = await dial(server, { name });
        const beginning = head(name, length);
        await sendApart(client, [beginning, body.slice(0, 6), body.slice(6)]);
        await mirrors(client, beginning + body);
      }
    },
  },

  "cut-off": {
    title: "answers nothing to a client that ends in the middle, and serves the next one",
    why: "At the end of the stream recv gives nothing, again and again. What is missing of a request then will never come.",
    async run({ startServer, dial, random }) {
      const server = await startServer();
      const halves = {
        "no blank line": get("half").slice(0, -2),
        "half a body": post("half", Buffer.from("half")).subarray(0, -2),
      };
      for (const [name, half] of Object.entries(halves)) {
        const client = await dial(server, { name });
        await client.send(half);
        client.end();
        await client.expectEnd();
      }
      const next = await dial(server, { name: "next" });
      const request = get(random.text(8));
      await next.send(request);
      await mirrors(next, request);
    },
  },
} satisfies Checks;
