/**
 * What send takes, and what recv gives, is seldom the whole.
 *
 * And that send returned says that this host's kernel has the bytes, not that the peer has read
 * them. See also send(2), recv(2).
 *
 *     pnpm chapter 01 proof partly
 */
import { holds, outcome, shows } from "@netnotes/course/proof";
import { run } from "@netnotes/stdlib/builtins";
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

function sent(): void {
  const much = Buffer.alloc(20_000_000);
  const [client, server] = connection();
  client.settimeout(1);
  const taken = client.send(much);
  holds(
    "send takes of 20,000,000 bytes what there is room for",
    taken > 0 && taken < much.length,
    taken,
  );
  close(client, server);

  const [sender, silent] = connection();
  shows("a send to a peer that never reads", sender.send(Buffer.alloc(5000)), 5000);
  silent.close();
  shows(
    "and what comes of it when that peer closes",
    outcome(() => sender.recv(1)),
    "ECONNRESET",
  );
  close(sender);
}

/** The notes call 1024 the best size for a read. It is only a small one. */
function received(): void {
  const total = 16 * 1024 * 1024;
  const calls = [1024, 65536].map((size) => {
    const [client, server] = connection();
    client.setblocking(false);
    const piece = Buffer.alloc(65536);
    let reads = 0;
    const start = process.hrtime.bigint();
    for (let sent = 0, got = 0; got < total;) {
      if (sent - got < piece.length) sent += client.send(piece);
      got += server.recv(size).length;
      reads += 1;
    }
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    console.log(
      `  recv(${size}): ${reads} calls for 16 MiB, ${Math.round(16 / seconds)} MiB/s here`,
    );
    close(client, server);
    return reads;
  });
  holds(
    "recv(1024) calls for one recv(65536)",
    calls[0]! > 10 * calls[1]!,
    Math.round(calls[0]! / calls[1]!),
  );
}

export function main(): void {
  sent();
  received();
}

run(main);
