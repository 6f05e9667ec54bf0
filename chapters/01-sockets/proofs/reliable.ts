/**
 * TCP and UDP side by side: one waits, the other loses.
 *
 * Neither is safe in the sense of secret, and neither is slow. See also tcp(7), udp(7), RFC 768.
 *
 *     pnpm chapter 01 proof reliable
 */
import { holds, outcome, shows } from "@netnotes/course/proof";
import { run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import * as time from "@netnotes/stdlib/time";

const { AF_INET, SOCK_DGRAM } = socket;

function udpPair(): [sender: socket.Socket, receiver: socket.Socket] {
  const [sender, receiver] = [
    socket.socket(AF_INET, SOCK_DGRAM),
    socket.socket(AF_INET, SOCK_DGRAM),
  ];
  receiver.bind(["127.0.0.1", 0]);
  sender.connect(receiver.getsockname());
  return [sender, receiver];
}

function tcpPair(): [client: socket.Socket, server: socket.Socket] {
  const listener = socket.create_server(["127.0.0.1", 0]);
  const client = socket.create_connection(listener.getsockname());
  const [server] = listener.accept();
  listener.close();
  client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1);
  server.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1);
  return [client, server];
}

/** Sends 1 KiB pieces until the sender must stop, or 20,000; then counts what is there to read. */
function flood(sender: socket.Socket, receiver: socket.Socket): [sent: number, got: number] {
  const piece = Buffer.alloc(1024);
  sender.setblocking(false);
  receiver.setblocking(false);
  let sent = 0;
  while (sent < 20_000 * 1024 && outcome(() => (sent += sender.send(piece))) === "ok");
  let got = 0;
  while (outcome(() => (got += receiver.recv(65536).length)) === "ok");
  return [sent, got];
}

/** Round trips of 64 bytes in a second, measured for a fifth of one. */
function roundTrips(
  one: socket.Socket,
  other: socket.Socket,
  way: (to: socket.Socket) => void,
): number {
  const piece = Buffer.alloc(64);
  const start = time.monotonic();
  let trips = 0;
  for (; time.monotonic() - start < 0.2; trips += 1) {
    one.send(piece);
    other.recv(64);
    way(other);
    one.recv(64);
  }
  return trips * 5;
}

export function main(): void {
  const [client, server] = tcpPair();
  const [sender, receiver] = udpPair();

  const [tcpSent, tcpGot] = flood(client, server);
  shows("nobody reads: TCP stops the sender, and bytes lost", tcpSent - tcpGot, 0);
  const [udpSent, udpGot] = flood(sender, receiver);
  holds(
    "nobody reads: UDP sends on, and bytes lost",
    udpSent > udpGot,
    `${udpSent - udpGot} of ${udpSent}`,
  );

  for (const s of [client, server, sender, receiver]) s.setblocking(true);
  const own = sender.getsockname();
  const tcp = roundTrips(client, server, (to) => to.send(Buffer.alloc(64)));
  const udp = roundTrips(sender, receiver, (to) => to.sendto(Buffer.alloc(64), own));
  console.log(`  round trips a second here: TCP ${tcp}, UDP ${udp}`);

  for (const s of [client, server, sender, receiver]) s.close();
}

run(main);
