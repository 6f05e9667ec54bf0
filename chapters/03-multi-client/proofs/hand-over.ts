/**
 * A connection is open until the last process that has it has closed it.
 *
 * A process that is given a connection has a descriptor of its own. The parent's stays open, and
 * with it the connection, until the parent closes it. A thread has the parent's own descriptor; a
 * worker of Node's can't be given a socket at all. See also close(2), fork(2), posix_spawn(3).
 *
 *     pnpm chapter 03 proof hand-over
 */
import net from "node:net";
import { MessageChannel } from "node:worker_threads";
import { outcome, shows } from "@netnotes/course/proof";
import { b, run } from "@netnotes/stdlib/builtins";
import { Process } from "@netnotes/stdlib/multiprocessing";
import * as socket from "@netnotes/stdlib/socket";
import { Thread } from "@netnotes/stdlib/threading";

export function greet(conn: socket.Socket): void {
  conn.sendall(b`Welcome!`);
  conn.close();
}

/** What a client reads, if it comes soon. */
function soon(client: socket.Socket): string {
  client.settimeout(0.3);
  let text = "";
  const result = outcome(() => (text = client.recv(1024).toString()));
  client.settimeout(5);
  return result === "ok" ? text || "(the end)" : result;
}

export function main(): void {
  const listener = socket.create_server(["127.0.0.1", 0]);

  const client = socket.create_connection(listener.getsockname(), 5);
  const [conn] = listener.accept();
  const child = new Process({ target: greet, args: [conn] });
  child.start();
  child.join();
  shows("a process has the connection: its client reads", soon(client), "Welcome!");
  shows("  it has closed it, and is gone", soon(client), "timed out");
  conn.close();
  shows("  the parent has closed its copy", soon(client), "(the end)");

  const other = socket.create_connection(listener.getsockname(), 5);
  const thread = new Thread({ target: greet, args: [listener.accept()[0]] });
  thread.start();
  thread.join();
  const read = [soon(other), soon(other)];
  shows("a thread has the same descriptor, not a copy", read, ["Welcome!", "(the end)"]);

  let name = "";
  try {
    new MessageChannel().port1.postMessage(new net.Socket());
  } catch (error) {
    name = (error as Error).name;
  }
  shows("a socket of Node's, given to a worker", name, "DataCloneError");
  for (const s of [client, other, listener]) s.close();
}

run(main);
