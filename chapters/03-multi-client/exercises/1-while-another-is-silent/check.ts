import { availableParallelism } from "node:os";
import { setTimeout } from "node:timers/promises";
import type { Checks } from "@netnotes/exercises";

const GREETING = "Welcome!\n";

/** How long the silent one is, in milliseconds. */
const SILENCE = 1100;

export default {
  silent: {
    title: "serves one client while another is silent, and gives up neither",
    why: "recv waits for as long as its client says nothing. Whoever waits in there can't accept anybody else meanwhile. And a client that says nothing is no error: it may think for an hour.",
    async run({ startServer, dial, random }) {
      const server = await startServer();
      const silent = await dial(server, { name: "silent" });
      await silent.expect(GREETING);

      const other = await dial(server, { name: "other" });
      await other.expect(GREETING);
      const [name, late] = [random.text(5), random.text(5)];
      await other.send(`${name}\n`);
      await other.expect(`Hello, ${name}!\n`);

      await setTimeout(SILENCE);
      await silent.send(`${late}\n`);
      await silent.expect(`Hello, ${late}!\n`);
    },
  },

  turns: {
    title: "speaks with many clients at the same time, whoever of them says the next word",
    why: "Clients come, speak, and stop in the middle of a line in any order. A read may bring the end of one line and the next one. If a server waits for one of them, or has room for a few only, the others wait too.",
    async run({ startServer, dial, random }) {
      const server = await startServer();
      // One more than the threads of Python's default pool on this machine.
      const many = Math.min(32, availableParallelism() + 4) + 1;
      const clients = [];
      for (let number = 1; number <= many; number++) {
        const client = await dial(server, { name: `client ${number}` });
        await client.expect(GREETING);
        clients.push(client);
      }

      const halfway = random.pick(clients);
      const others = clients.filter((client) => client !== halfway);
      const [half, rest, next] = [random.text(3), random.text(3), random.text(5)];
      await halfway.send(half);
      for (const client of [...others.toReversed(), ...random.shuffled(others)]) {
        const name = random.text(5);
        await client.send(`${name}\n`);
        await client.expect(`Hello, ${name}!\n`);
      }
      await halfway.send(`${rest}\n${next}\n`);
      await halfway.expect(`Hello, ${half}${rest}!\nHello, ${next}!\n`);
    },
  },

  ends: {
    title: "closes a connection when its client has ended, and no other one",
    why: "A client that has ended its direction waits for the server's end, which comes when the last copy of the connection is closed. One that breaks off is an error of its own connection only.",
    async run({ startServer, dial, random }) {
      const server = await startServer();
      const stays = await dial(server, { name: "stays" });
      await stays.expect(GREETING);
      const ends = await dial(server, { name: "ends" });
      await ends.expect(GREETING);
      const breaks = await dial(server, { name: "breaks" });
      await breaks.expect(GREETING);

      const names = [random.text(5), random.text(5), random.text(5)];
      await ends.send(`${names[0]}\n`);
      ends.end();
      await ends.expect(`Hello, ${names[0]}!\n`);
      await ends.expectEnd();

      breaks.reset();
      const newcomer = await dial(server, { name: "newcomer" });
      await newcomer.expect(GREETING);
      await newcomer.send(`${names[1]}\n`);
      await newcomer.expect(`Hello, ${names[1]}!\n`);
      await stays.send(`${names[2]}\n`);
      await stays.expect(`Hello, ${names[2]}!\n`);

      // Nobody comes after it: only what the server does by itself closes its connection.
      newcomer.end();
      await newcomer.expectEnd();
    },
  },
} satisfies Checks;
