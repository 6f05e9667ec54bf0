import { connect } from "node:net";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { chapter, inTurn, type Running, THOROUGH } from "@netnotes/test-harness";

const { start, ways } = chapter("02-http");

const WRONG = [
  "--timeout=0",
  "--folder=",
  `--folder=${join(import.meta.dirname, "nope")}`,
  `--folder=${import.meta.filename}`,
];

describe.each(inTurn(ways("server"), 0))("the %s server", (way) => {
  test.each(WRONG.slice(THOROUGH ? 0 : -1))("takes no %j, and says so", async (typed) => {
    const refused = start("server", { way, args: [typed] });
    const [option] = typed.split("=");
    const why = new RegExp(`${option}\\b.*(must be|invalid) .*\n[^]*ended with exit status 2`);
    await expect(refused).rejects.toThrow(why);
  });

  test("closes on a client that drips on, in its head or behind it", async () => {
    const server = await start("server", { way, args: ["--timeout", "1"] });
    const large = "POST / HTTP/1.1\r\nContent-Length: 1000000\r\n\r\n";
    await Promise.all(["GET / HTTP/1.1\r\nA: ", large].map((begun) => closes(server, begun)));
  });
});

/** A client that drips on, whatever it is answered, until it can't send any more. */
async function closes(server: Running, begun: string): Promise<void> {
  const { port = 0 } = server.address;
  const socket = connect({ port, host: "127.0.0.1", allowHalfOpen: true });
  socket.on("error", () => {}).resume();
  socket.write(begun);
  const drip = setInterval(() => socket.write("b"), 50);
  await new Promise((closed) => socket.once("close", closed));
  clearInterval(drip);
}
