import { execFile, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import http from "node:http";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import { type Browser, chromium } from "playwright-core";
import { describe, expect, onTestFinished, test } from "vitest";
import { chapter, type Running, scratch, startFile } from "@netnotes/test-harness";

const { start, ways } = chapter("02-http");

const site = join(import.meta.dirname, "..", "site");
const [index, image, sorry] = ["index.html", "image.png", "not-found.html"].map((name) =>
  readFileSync(join(site, name)),
) as [Buffer, Buffer, Buffer];

const url = (server: Running, path = "/") => `http://127.0.0.1:${server.address.port}${path}`;

/** Whether a test is left out, because something is missing that it needs; in CI nothing is. */
function leftOut(there: boolean, what: string, required: string | undefined): boolean {
  if (there || required) return false;
  console.warn(`${what} is missing: its test is skipped`);
  return true;
}

const { CHROMIUM_PATH = "/usr/bin/chromium", REQUIRE_BROWSER } = process.env;
const curl = spawnSync("curl", ["--version"]).status === 0;
const noCurl = leftOut(curl, "curl (apt-get install curl)", REQUIRE_BROWSER);
const how = "apt-get install chromium, or CHROMIUM_PATH=…";
const noBrowser = leftOut(existsSync(CHROMIUM_PATH), `${CHROMIUM_PATH} (${how})`, REQUIRE_BROWSER);

/** A client in Python: what it hears from the server whose port is its argument. */
const TALK = `
import http.client, sys
client = http.client.HTTPConnection("127.0.0.1", int(sys.argv[1]))
for method, path, body in (
    ("GET", "/", None), ("HEAD", "/", None), ("GET", "/nope", None), ("PUT", "/", "x" * 16_000_000),
):
    client.request(method, path, body)
    answer = client.getresponse()
    print(answer.status, answer.reason, len(answer.read()), answer.getheader("Content-Length"))
`;

describe.each(ways("server"))("the %s server is understood", (way) => {
  test("by Node's fetch and http", async () => {
    const server = await start("server", { way });
    const page = await fetch(url(server));
    expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(await page.text()).toBe(index.toString());
    const nothing = await fetch(url(server, "/nope"));
    expect([nothing.status, await nothing.text()]).toEqual([404, sorry.toString()]);
    const refused = await fetch(url(server), { method: "POST", body: "x".repeat(500_000) });
    expect([refused.status, refused.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
    await refused.text();

    const agent = new http.Agent({ keepAlive: true });
    for (let time = 1; time <= 2; time += 1) {
      const picture = await new Promise<http.IncomingMessage>((resolve, reject) => {
        http.get(url(server, "/image.png"), { agent }, resolve).on("error", reject);
      });
      expect(picture.headers["content-type"]).toBe("image/png");
      expect(await buffer(picture)).toEqual(image);
    }
    agent.destroy();
  });

  test.skipIf(noCurl)("by curl", async () => {
    const server = await start("server", { way });
    const folder = scratch();
    const [saved, large] = [join(folder, "saved"), join(folder, "large")];
    writeFileSync(large, Buffer.alloc(2_000_000));
    const talk = [
      [saved, url(server, "/image.png")],
      ["/dev/null", "--head", url(server)],
      ["/dev/null", "--path-as-is", url(server, "/../package.json")],
      ["/dev/null", "--upload-file", large, url(server)],
    ].flatMap((args) => ["--next", "-sS", "-w", "%{http_code} %{content_type}\n", "-o", ...args]);
    const { stdout } = await promisify(execFile)("curl", talk.slice(1), { timeout: 10_000 });
    const [html, text] = ["text/html; charset=utf-8", "text/plain; charset=utf-8"];
    expect(stdout).toBe(`200 image/png\n200 ${html}\n404 ${html}\n413 ${text}\n`);
    expect(readFileSync(saved)).toEqual(image);
  });

  test.skipIf(!ways("server").includes("python"))("by Python's http.client", async () => {
    const server = await start("server", { way });
    const file = join(scratch(), "talk.py");
    writeFileSync(file, TALK);
    const client = await startFile(file, { args: [String(server.address.port)] });
    await client.says(`200 OK ${index.length} ${index.length}`);
    await client.says(`200 OK 0 ${index.length}`);
    await client.says(`404 Not Found ${sorry.length} ${sorry.length}`);
    await client.says(/^413 (Content|Payload) Too Large \d+ \d+$/);
    await client.exits(0);
  });
});

test.skipIf(noBrowser)("Chromium shows the pages of every server whole", async () => {
  const browser = await chromium.launch({
    executablePath: CHROMIUM_PATH,
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      "--disable-gpu",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
  onTestFinished(() => browser.close());
  for (const way of ways("server"))
    await looks(browser, await start("server", { way, args: ["--timeout", "2"] }));
});

async function looks(browser: Browser, server: Running): Promise<void> {
  const page = await browser.newPage();
  const failed: string[] = [];
  page.on("requestfailed", (request) => failed.push(request.url()));
  const answer = await page.goto(url(server));
  expect(answer?.status()).toBe(200);
  expect(await page.title()).toBe("netnotes: a page");
  expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe(
    "rgb(244, 241, 232)",
  );
  expect(await page.evaluate("document.images[0].naturalWidth")).toBe(640);
  // before the click: going on may cut off what is still on its way, the page's icon
  expect(failed).toEqual([]);
  const nothing = await Promise.all([
    page.waitForResponse(/another-page/),
    page.getByRole("link").click(),
  ]);
  expect(nothing[0].status()).toBe(404);
  expect(await page.textContent("pre")).toContain("\nSorry, not found the page.\n");
  await page.waitForLoadState(); // the text may be there before its colours
  expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe(
    "rgb(244, 241, 232)",
  );
  await page.close();
}
