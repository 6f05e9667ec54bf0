import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Way } from "@netnotes/course/chapter";
import { describe, test } from "vitest";
import { chapter, type Connection, dial, type Running, scratch } from "@netnotes/test-harness";

const { start, ways } = chapter("02-http");

/** A folder with a page, and ways out of it. */
function folder(): string {
  const outside = scratch();
  const inside = join(outside, "site");
  mkdirSync(join(inside, "more"), { recursive: true });
  for (const file of ["secret", "site/index.html", "site/more/a b.txt", "site-too"]) {
    writeFileSync(join(outside, file), "hello\n");
  }
  symlinkSync("../secret", join(inside, "out"));
  symlinkSync("more/a b.txt", join(inside, "in"));
  symlinkSync("around", join(inside, "around"));
  return inside;
}

type Answer = [status: string, body?: string, length?: number];

const PAGE: Answer = ["200 OK", "hello\n"];
const BAD: Answer = ["400 Bad Request"];
const get = (target: string) => `GET ${target} HTTP/1.1\r\nHost: a\r\n\r\n`;

/** A whole answer: its head with every field, and a body of exactly that length. */
function whole([status, body = `${status}\n`, length = body.length]: Answer): RegExp {
  const first = `^HTTP/1\\.1 ${status}\r\nContent-Type: .+\r\nContent-Length: ${length}\r\n`;
  const allow = status.startsWith("405") ? "Allow: GET, HEAD\r\n" : "";
  return new RegExp(`${first}${allow}Connection: close\r\nDate: .+ GMT\r\n\r\n${body}$`);
}

/** Expects this answer, and then the end: a reset would be one without an answer, too often. */
async function gets(client: Connection, answer: Answer): Promise<void> {
  await client.expect(whole(answer));
  await client.expectEnd();
  client.close();
}

async function asks(server: Running, request: string, answer: Answer): Promise<void> {
  const client = await dial(server);
  await client.send(Buffer.from(request, "latin1"));
  await gets(client, answer);
}

/** As a client does that says with its request that it will say no more. */
async function asksAndEnds(server: Running, request: string, answer: Answer): Promise<void> {
  const client = await dial(server);
  await client.send(Buffer.from(request, "latin1"));
  client.end();
  await gets(client, answer);
}

describe.each(ways("server"))("the %s server", (way) => {
  const serve = async () => start("server", { way, args: ["--folder", folder()] });

  test("shows what is in its folder, and nothing else", async () => {
    const server = await serve();
    const there = "/ /?a=b //index.html /in /more/a%20b.txt /more/../index.html";
    for (const target of `${there} http://a/ http://a HTTP://b:80/index.html?c`.split(" ")) {
      await asks(server, get(target), PAGE);
    }
    const outside = "/../secret /%2e%2e/secret /..%2fsecret /../site-too /out /around";
    const missing = `/nope /index.html/ /more /nope/../index.html /${"a".repeat(300)} http://a/no`;
    for (const target of `${outside} ${missing}`.split(" ")) {
      await asks(server, get(target), ["404 Not Found"]);
    }
    for (const target of "/index.html%00.png /%zz /%ff * index.html ftp://a/ /#".split(" ")) {
      await asks(server, get(target), BAD);
    }
  });

  test("answers by the book what is wrong, or asks for more than a page", async () => {
    const server = await serve();
    const host = "Host: a\r\n";
    const version: Answer = ["505 HTTP Version Not Supported"];
    const cases: [request: string, answer: Answer][] = [
      ["GET / HTTP/1.1\r\n\r\n", BAD],
      ["GET http://a/ HTTP/1.1\r\n\r\n", BAD],
      [`GET / HTTP/1.1\r\n${host}${host}\r\n`, BAD],
      ["GET / HTTP/1.0\r\n\r\n", PAGE],
      [`GET / HTTP/2.0\r\n${host}\r\n`, version],
      ["PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", version],
      ["GET /\r\n\r\n", version],
      ["GET / HTTP/1.1\r\nHost : a\r\n\r\n", BAD],
      [`GET / HTTP/1.1\r\n ${host}\r\n`, BAD],
      [`GET / HTTP/1.1\r\n${host}A: b\r\n c\r\n\r\n`, BAD],
      [`GET / HTTP/1.1\r\n${host}A: \0\r\n\r\n`, BAD],
      [`GET / HTTP/1.1\r\n${host}A\r\n\r\n`, BAD],
      ["GET / HTTP/1.1\r\nHost: a\nA: b\r\n\r\n", BAD],
      [`GET /a b HTTP/1.1\r\n${host}\r\n`, BAD],
      [`\r\nGET / HTTP/1.1\r\n${host}A:\t\xff \r\n\r\n`, PAGE],
      [`HEAD / HTTP/1.1\r\n${host}\r\n`, ["200 OK", "", 6]],
      [`HEAD /nope HTTP/1.1\r\n${host}\r\n`, ["404 Not Found", "", 14]],
      ["HEAD / HTTP/1.1\r\n\r\n", ["400 Bad Request", "", 16]],
      [`DELETE / HTTP/1.1\r\n${host}\r\n`, ["405 Method Not Allowed"]],
      [`OPTIONS * HTTP/1.1\r\n${host}\r\n`, ["405 Method Not Allowed"]],
      [`BREW / HTTP/1.1\r\n${host}\r\n`, ["501 Not Implemented"]],
      [`PROPFIND / HTTP/1.1\r\n${host}\r\n`, ["501 Not Implemented"]],
      [`CONNECT a:80 HTTP/1.1\r\n${host}\r\n`, ["501 Not Implemented"]],
      [`GET / HTTP/1.1\r\n${host}Expect: magic\r\n\r\n`, PAGE],
      ["GET / HTTP/1.1\nHost: a\n\n", way === "node" ? version : BAD],
      ["hello?\r\n\r\n", way === "node" ? ["501 Not Implemented"] : BAD],
      [`GET  / HTTP/1.1\r\n${host}\r\n`, way === "node" ? PAGE : BAD],
    ];
    for (const [request, answer] of cases) await asks(server, request, answer);
  });

  test("holds to its limits, and reads past a body if it is clear where that ends", async () => {
    const server = await serve();
    const line = (size: number) => get(`/${"a".repeat(size - "GET / HTTP/1.1\r\n".length)}`);
    await asks(server, line(8192), ["404 Not Found"]);
    await asks(server, line(8193), ["414 URI Too Long"]);
    const field = `A: ${"b".repeat(95)}\r\n`;
    const head = (count: number) => `GET / HTTP/1.1\r\nHost: a\r\n${field.repeat(count)}\r\n`;
    await asks(server, head(600), PAGE);
    await asks(server, head(700), ["431 Request Header Fields Too Large"]);
    await asks(server, `GET / HTTP/1.1\r\n${"A: b\r\n".repeat(5000)}Host: a\r\n\r\n`, PAGE);

    const cases: [fields: string, answer: Answer][] = [
      ["Content-Length: 5", PAGE],
      ["Transfer-Encoding: Chunked", PAGE],
      ["Content-Length: -1", BAD],
      ["Content-Length: 5, 5", BAD],
      ["Content-Length: 5\r\nContent-Length: 5", BAD],
      [`Content-Length: ${"9".repeat(5000)}`, BAD],
      ["Content-Length: 5\r\nTransfer-Encoding: chunked", BAD],
      ["Transfer-Encoding: gzip", BAD],
      ["Transfer-Encoding: gzip, chunked", ["501 Not Implemented"]],
      ["Content-Length: 2000000", [`413 ${way === "node" ? "Payload" : "Content"} Too Large`]],
    ];
    for (const [fields, answer] of cases) {
      await asksAndEnds(server, `GET / HTTP/1.1\r\nHost: a\r\n${fields}\r\n\r\n`, answer);
    }
  });

  test("reads a request however it arrives, and all of it", async () => {
    const server = await serve();
    const slow = await dial(server);
    for (const byte of Buffer.from(get("/"))) await slow.send(Buffer.of(byte));
    await gets(slow, PAGE);
    await asksAndEnds(server, get("/"), PAGE);
    await asksAndEnds(server, "GET / HTTP/1.1\r\nHo", BAD);
    await asks(server, `${get("/")}${get("/nope")}\x16\x03\x01`, PAGE);

    // Closing with bytes unread would be a reset.
    const body = `Host: a\r\nContent-Length: 1000000\r\n\r\n${"x".repeat(1_000_000)}`;
    await asks(server, `PUT / HTTP/1.1\r\n${body}`, ["405 Method Not Allowed"]);
    await asks(server, `BREW / HTTP/1.1\r\n${body}`, ["501 Not Implemented"]);
  });

  test("goes on after clients that leave, reset, or speak TLS", async () => {
    const server = await serve();
    await server.says(/^Listen/);
    (await dial(server)).end();
    const angry = await dial(server);
    await angry.send("GET / HT");
    angry.reset();
    // Node may take a reset for an end that comes too early.
    if (way !== "node") await server.says(/^lost \('127\.0\.0\.1', \d+\) ECONNRESET$/);
    const hasty = await dial(server);
    await hasty.send(get("/"));
    hasty.reset();
    const tls = "\x16\x03\x01\x02\x00\x01\x00";
    await asks(server, tls, way === "node" ? ["501 Not Implemented"] : BAD);
    await asks(server, get("/"), PAGE);
  });
});

test("every server has only so much time for one that is deaf, is silent, or drips", async () => {
  await Promise.all(ways("server").map(patience));
});

async function patience(way: Way): Promise<void> {
  const site = folder();
  writeFileSync(join(site, "large"), Buffer.alloc(16 * 1024 * 1024)); // no buffer holds it
  const server = await start("server", { way, args: ["--timeout", "1", "--folder", site] });
  await server.says(/^Listen/);
  const deaf = await dial(server, { ahead: 0 });
  await deaf.send(get("/large"));
  for (const line of ["GET /large HTTP/1.1", "Host: a", "200 OK"]) await server.says(line);
  await server.says(/^lost \('127\.0\.0\.1', \d+\) timed out$/);

  await gets(await dial(server), ["408 Request Timeout"]);

  const dripping = await dial(server);
  await dripping.send("GET / HTTP/1.1\r\nA: ");
  const drip = setInterval(() => void dripping.send("b"), 100);
  try {
    await dripping.expect(whole(["408 Request Timeout"]));
  } finally {
    clearInterval(drip);
    dripping.close();
  }
  await asks(server, get("/"), PAGE);
}
