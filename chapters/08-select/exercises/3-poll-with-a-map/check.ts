import { existsSync, readdirSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import type { Checks, Connection, Listener, Running, Verbs } from "@netnotes/exercises";

type Pair = [client: Connection, target: Connection];

/** A program, and the target that the check plays, to which it leads. */
async function between({ listen, startServer }: Verbs): Promise<[Running, Listener]> {
  const listener = await listen({ name: "other server" });
  const args = ["--to-port", String(listener.address.port)];
  return [await startServer({ args }), listener];
}

async function connected(verbs: Verbs, to: [Running, Listener], name: string): Promise<Pair> {
  const client = await verbs.dial(to[0], { name });
  return [client, await to[1].accept({ name: `${name}'s target` })];
}

async function passes(from: Connection, to: Connection, words: string | Uint8Array): Promise<void> {
  await from.send(words);
  await to.expect(words);
}

/** Stopped, the relay finds these words and the ends after them in its next poll, all at once. */
async function lastly(relay: Running, ...all: [...Pair, words: string][]): Promise<void> {
  await relay.whileStopped(async () => {
    for (const [from, , words] of all) await from.send(words).then(() => from.end());
    for (let turns = 0; turns < 3; turns += 1) await setImmediate(); // Node ends it later
  });
  for (const [, to, words] of all) await to.expect(words).then(() => to.expectEnd());
}

export default {
  both: {
    title: "passes on both directions of each pair, and never to another",
    why: "poll tells numbers. Whose number it is, and who is at the other end, only a map in your program knows; and each of the two sides may speak at any time.",
    async run(verbs) {
      const { random } = verbs;
      const to = await between(verbs);
      const pairs = [];
      for (const name of ["first", "second", "third"]) pairs.push(await connected(verbs, to, name));
      for (const [client, target] of random.shuffled(pairs)) {
        for (const words of [` ${random.text(3)}\r\n`, `\n${random.text(3)} `, random.bytes(12)]) {
          await passes(target, client, words);
          await passes(client, target, words);
        }
      }
    },
  },

  half: {
    title: "passes on each side's end by itself, and sleeps while nothing comes",
    why: "Who has said all still listens: a connection is over when both directions are, and what came before its end is read. And an end is readable for ever, so poll goes on telling of it until it is unregistered.",
    async run(verbs) {
      const { random, rests } = verbs;
      const to = await between(verbs);
      const pair = await connected(verbs, to, "client");
      const turned = (await connected(verbs, to, "patient")).toReversed() as Pair;
      for (const [early, late] of [pair, turned]) {
        await passes(early, late, random.text(6));
        early.end();
        await late.expectEnd();
        await rests(to[0]);
        await passes(late, early, random.text(6));
        await lastly(to[0], [late, early, random.text(6)]);
      }
      await rests(to[0]);
    },
  },

  once: {
    title: "survives when both sides end, or break off, between two polls",
    why: "poll tells of all that is ready, in one list. What you do about the first of them may close the second; its event is still in that list, and its number in no map.",
    async run(verbs) {
      const { random } = verbs;
      const to = await between(verbs);
      const other = await connected(verbs, to, "other");
      const [client, target] = await connected(verbs, to, "ending");
      await lastly(to[0], [client, target, random.text(4)], [target, client, random.text(4)]);
      const broken = await connected(verbs, to, "broken");
      await to[0].whileStopped(() => broken.forEach((side) => side.reset()));
      await passes(...(await connected(verbs, to, "last")), random.text(5));
      await passes(...other, random.text(7));
    },
  },

  next: {
    title: "forgets a connection that is over, whose number the next one gets",
    why: "A descriptor's number is free as soon as it is closed. What a map or poll still knows of it is then said of another one, or of nobody: POLLNVAL, again and again.",
    async run(verbs) {
      const { dial, random, rests, fail } = verbs;
      const to = await between(verbs);
      const other = await connected(verbs, to, "other");
      await passes(...other, random.text(7));
      await rests(to[0]);
      const files = `/proc/${to[0].pid}/fd`; // Linux alone has this
      const count = () => (existsSync(files) ? readdirSync(files).length : 0);
      const before = count();
      const ways = ["end", "reset"] as const; // one side, and then the other
      for (const first of ways)
        for (const last of ways)
          for (const turns of [false, true]) {
            const pair = await connected(verbs, to, "client");
            const [one, two] = turns ? (pair.toReversed() as Pair) : pair;
            await passes(one, two, random.text(4));
            await passes(two, one, random.text(4));
            one[first]();
            await two.expectOver();
            two[last]();
            if (first === "end") await one.expectOver();
          }
      await rests(to[0]);
      if (count() > before) fail("your program has left descriptors of these pairs open");
      to[1].close();
      await (await dial(to[0], { name: "refused" })).expectOver();
      await passes(...other, random.text(7));
      await rests(to[0]);
    },
  },
} satisfies Checks;
