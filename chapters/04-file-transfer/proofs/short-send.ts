/**
 * On a socket that never waits, send takes what there is room for; the rest has to be sent again.
 *
 * The notes ignore what send returns. Theirs waits, and takes everything; with a timeout, without
 * blocking, or after a signal it may not. See also send(2).
 *
 *     pnpm chapter 04 proof short-send
 */
import { holds, outcome, shows } from "@netnotes/course/proof";
import { run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

const FILE = Buffer.alloc(8_000_000, "file");

/** A connection over loopback whose client never waits, and has room for little. */
function connection(): [client: socket.Socket, server: socket.Socket] {
  const listener = socket.create_server(["127.0.0.1", 0]);
  const client = socket.create_connection(listener.getsockname());
  const [server] = listener.accept();
  listener.close();
  client.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 65536);
  client.setblocking(false);
  return [client, server];
}

/** Everything up to the end of the stream. */
function received(server: socket.Socket): number {
  const room = Buffer.alloc(65536);
  let got = 0;
  for (let count; (count = server.recv_into(room)) > 0;) got += count;
  return got;
}

function ignored(): void {
  const [client, server] = connection();
  client.send(FILE);
  client.close();
  const lost = FILE.length - received(server);
  holds("one send of 8,000,000 bytes, its result ignored: lost", lost > 0, lost);
  server.close();
}

function repeated(): void {
  const [client, server] = connection();
  const room = Buffer.alloc(65536);
  let [sent, got, calls] = [0, 0, 0];
  while (sent < FILE.length) {
    const taken = outcome(() => (sent += client.send(FILE.subarray(sent))));
    calls += 1;
    if (taken === "EAGAIN") got += server.recv_into(room);
  }
  client.close();
  shows("the same with what is left, until nothing is: lost", sent - got - received(server), 0);
  console.log(`  after ${calls} calls, where sendall would have been one`);
  server.close();
}

export function main(): void {
  ignored();
  repeated();
}

run(main);
