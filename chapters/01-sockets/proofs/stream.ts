/**
 * TCP carries bytes, not messages: two sends may be one read, and one send two.
 *
 * The notes read once for each send. Here are the ways in which that goes wrong. See also tcp(7),
 * recv(2).
 *
 *     pnpm chapter 01 proof stream
 */
import { holds, outcome, shows } from "@netnotes/course/proof";
import { b, run, UnicodeDecodeError } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";

type Pair = [client: socket.Socket, server: socket.Socket];

/** A connection over loopback, both of its ends. */
function connection(): Pair {
  const listener = socket.create_server(["127.0.0.1", 0]);
  const client = socket.create_connection(listener.getsockname());
  const [server] = listener.accept();
  listener.close();
  return [client, server];
}

function close(...sockets: socket.Socket[]): void {
  for (const s of sockets) s.close();
}

function joined(): void {
  const [client, server] = connection();
  for (const message of ["alice", "bob", "jack", "exit"]) client.sendall(codecs.encode(message));
  client.shutdown(socket.SHUT_WR);
  const reads: string[] = [];
  for (let data; (data = server.recv(1024)).length > 0;) reads.push(codecs.decode(data));
  shows("four sends, all that was read", reads.join(""), "alicebobjackexit");
  holds("and no read was `exit`, so nobody was told to stop", !reads.includes("exit"), reads);
  close(client, server);
}

function split(): void {
  const [client, server] = connection();
  client.sendall(Buffer.alloc(2000, "x"));
  shows(
    "one send of 2000 bytes, two reads of at most 1024",
    [server.recv(1024).length, server.recv(1024).length],
    [1024, 976],
  );
  client.sendall(codecs.encode("中".repeat(400)));
  const data = server.recv(1024);
  shows("400 characters of 3 bytes: the first read", data.length, 1024);
  let where = -1;
  try {
    codecs.decode(data, "utf-8");
  } catch (error) {
    if (!(error instanceof UnicodeDecodeError)) throw error;
    where = error.start;
  }
  shows("it ends inside a character, which decode refuses at byte", where, 1023);
  const decoder = codecs.getincrementaldecoder("utf-8")();
  const text = decoder.decode(data) + decoder.decode(server.recv(1024), true);
  shows("an incremental decoder keeps the byte for the next read", text.length, 400);
  close(client, server);
}

function nothing(): void {
  const [client, server] = connection();
  shows("bytes that send takes of an empty message", client.send(b``), 0);
  server.setblocking(false);
  shows(
    "and what the peer reads then",
    outcome(() => server.recv(1024)),
    "EAGAIN",
  );
  close(client, server);
}

export function main(): void {
  joined();
  split();
  nothing();
}

run(main);
