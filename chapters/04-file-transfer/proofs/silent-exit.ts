/**
 * A try around the whole loop ends a server with its first bad client, and says that all was well.
 *
 * The notes' server catches everything outside of its loop, and passes. Inside the loop, and for
 * what a client can cause, a try costs that client only. See also accept(2).
 *
 *     pnpm chapter 04 proof silent-exit
 */
import { outcome, shows } from "@netnotes/course/proof";
import { b, OSError, run } from "@netnotes/stdlib/builtins";
import { Process } from "@netnotes/stdlib/multiprocessing";
import * as socket from "@netnotes/stdlib/socket";

type Address = readonly [host: string, port: number];

/** Serves as the notes do: whatever goes wrong leaves the loop. */
export function tryOutside(listener: socket.Socket): void {
  try {
    while (true) serve(listener.accept()[0]);
  } catch {
    // as in the notes: pass
  }
}

/** Serves as our programs do. */
export function tryInside(listener: socket.Socket): void {
  while (true) {
    const [conn] = listener.accept();
    try {
      serve(conn);
    } catch (error) {
      if (!(error instanceof OSError)) throw error;
    }
    conn.close();
  }
}

function serve(conn: socket.Socket): void {
  while (conn.recv(1024).length > 0);
  conn.sendall(b`received`);
  conn.close();
}

/** A client that breaks its connection off. */
function bad(address: Address): void {
  const client = socket.create_connection(address);
  // l_onoff 1, l_linger 0: close sends a reset instead of a FIN.
  const linger = Buffer.from(new Int32Array([1, 0]).buffer);
  client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger);
  client.close();
}

/** What a client gets that does everything right. */
function good(address: Address): string {
  let answer = "";
  const result = outcome(() => {
    const client = socket.create_connection(address);
    client.sendall(b`a file`);
    client.shutdown(socket.SHUT_WR);
    answer = client.recv(1024).toString();
    client.close();
  });
  return result === "ok" ? answer : result;
}

/** Starts a server as a process of its own. */
function started(target: (listener: socket.Socket) => void): [Process, Address] {
  const listener = socket.create_server(["127.0.0.1", 0]);
  const server = new Process({ target, args: [listener] });
  server.start();
  const address = listener.getsockname();
  listener.close();
  return [server, address];
}

export function main(): void {
  const [notes, theirs] = started(tryOutside);
  shows("the notes' server, before", good(theirs), "received");
  bad(theirs);
  notes.join();
  shows("after one client's reset it has ended, with exit status", notes.exitcode, 0);
  shows("and the next client gets", good(theirs), "ECONNREFUSED");

  const [server, ours] = started(tryInside);
  bad(ours);
  shows("with the try inside the loop, the next client gets", good(ours), "received");
  server.terminate();
  server.join();
}

run(main);
