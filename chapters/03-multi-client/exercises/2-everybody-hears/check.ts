import type { Checks, Verbs } from "@netnotes/exercises";

export default {
  others: {
    title: "passes on what one says to all the others, and not back to the one",
    why: "The server holds the connections of all its clients: what comes on one of them can go out on every other. Whoever has said it has it already.",
    async run({ startServer, dial, random }) {
      const server = await startServer();
      const alice = await join(dial, server, "alice");
      const bob = await join(dial, server, "bob");
      const carol = await join(dial, server, "carol");
      const all = [alice, bob, carol];
      for (const speaker of [carol, alice, bob, carol]) {
        const line = `${random.text(6)}\n`;
        await speaker.send(line);
        for (const other of all) if (other !== speaker) await other.expect(line);
      }
    },
  },

  whole: {
    title: "passes on whole lines only, each as it was said",
    why: "A read may bring a part of a line, or several. If the parts are passed on as they come, the lines of two speakers mix. And a server that hands on what others say changes nothing of it: spaces, or an empty line, are theirs.",
    async run({ startServer, dial, sendApart, random }) {
      const server = await startServer();
      const slow = await join(dial, server, "slow");
      const quick = await join(dial, server, "quick");
      const hearer = await join(dial, server, "hearer");
      const said = Buffer.from(`${random.text(3)}中${random.text(3)}\n`);
      const middle = said.indexOf("中") + 1;

      await sendApart(slow, [said.subarray(0, 2), said.subarray(2, middle)]);
      const between = `${random.text(4)}\n`;
      await quick.send(between);
      await hearer.expect(between);
      await slow.send(said.subarray(middle));
      await hearer.expect(said);
      await quick.expect(said);

      const two = `${random.text(4)}\n${random.text(4)}\n`;
      // Spaces around a line, a line of a space, an empty one and a \r are as good as others.
      const odd = [
        ` ${random.text(2)}  ${random.text(2)} \n`,
        " \n",
        "\n",
        `${random.text(2)}\r\n`,
      ];
      for (const lines of [two, ...odd, two]) {
        await slow.send(lines);
        await hearer.expect(lines);
      }
    },
  },

  left: {
    title: "goes on when clients end or break off, and closes the connection of one that has ended",
    why: "Who is gone is found by reading from it, or by sending to it, whichever comes first; and it is an error of that connection only.",
    async run({ startServer, dial, random }) {
      const server = await startServer();
      const lost = await join(dial, server, "lost");
      const speaker = await join(dial, server, "speaker");
      const gone = await join(dial, server, "gone");
      const hearer = await join(dial, server, "hearer");

      const ending = await join(dial, server, "ending");
      await ending.send(random.text(3));
      ending.end();
      await ending.expectEnd();

      // While it stands still, two break off. The one it finds by reading, the other one, whose reset comes after
      // the line, by passing that on.
      const lines = [`${random.text(6)}\n`, `${random.text(6)}\n`] as const;
      await server.whileStopped(async () => {
        lost.reset();
        await speaker.send(lines[0]);
        gone.reset();
      });
      await hearer.expect(lines[0]);

      const newcomer = await join(dial, server, "newcomer");
      await hearer.send(lines[1]);
      await newcomer.expect(lines[1]);
      await speaker.expect(lines[1]);
    },
  },
} satisfies Checks;

/** Connects, and is greeted: the server knows it from then on. */
async function join(
  dial: Verbs["dial"],
  server: Parameters<Verbs["dial"]>[0],
  name: string,
): ReturnType<Verbs["dial"]> {
  const client = await dial(server, { name });
  await client.expect("Welcome!\n");
  return client;
}
