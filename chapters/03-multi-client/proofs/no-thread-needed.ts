/**
 * One thread serves a hundred clients at the same time, in whatever order they speak.
 *
 * The notes say that each connection must have a thread or a process. What each needs is that
 * nobody waits for it alone: select waits for all of them, and so does Node's event loop. See also
 * select(2), and chapter 08.
 *
 *     pnpm chapter 03 proof no-thread-needed
 */
import { shows } from "@netnotes/course/proof";
import { run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as select from "@netnotes/stdlib/select";
import * as socket from "@netnotes/stdlib/socket";
import * as threading from "@netnotes/stdlib/threading";

const CLIENTS = 100;

/** The server: hears whoever has something to say, and never waits for one of them. */
function serve(listener: socket.Socket, conns: Set<socket.Socket>): void {
  const [ready] = select.select([listener, ...conns], [], [], 0);
  for (const s of ready) {
    if (s === listener) {
      const [conn] = listener.accept();
      conn.sendall(codecs.encode("Welcome!"));
      conns.add(conn);
      continue;
    }
    const name = codecs.decode(s.recv(1024), "utf-8", "replace");
    if (name) s.sendall(codecs.encode(`Hello, ${name}!`));
    else conns.delete(s);
    if (!name) s.close();
  }
}

export function main(): void {
  const listener = socket.create_server(["127.0.0.1", 0]);
  const conns = new Set<socket.Socket>();
  /** Lets the server work until this client has something to read, and reads it. */
  const hears = (client: socket.Socket): string => {
    for (let turn = 0; turn < 1000; turn += 1) {
      if (select.select([client], [], [], 0)[0].length > 0) return client.recv(1024).toString();
      serve(listener, conns);
    }
    return "nothing";
  };

  const clients = Array.from({ length: CLIENTS }, () =>
    socket.create_connection(listener.getsockname()),
  );
  const greeted = clients.filter((client) => hears(client) === "Welcome!");
  shows("clients greeted, all of them connected", greeted.length, CLIENTS);

  const [silent, ...others] = clients;
  const answered = others.reverse().filter((client, number) => {
    client.sendall(codecs.encode(`client-${number}`));
    return hears(client) === `Hello, client-${number}!`;
  });
  shows("answered, the last to come first, while one is silent", answered.length, CLIENTS - 1);
  silent?.sendall(codecs.encode("at last"));
  shows("and the silent one", silent && hears(silent), "Hello, at last!");

  for (const client of clients) client.close();
  for (let turn = 0; turn < 1000 && conns.size > 0; turn += 1) serve(listener, conns);
  shows("connections left when all have gone", conns.size, 0);
  shows("threads that served them", threading.active_count(), 1);
  listener.close();
}

run(main);
