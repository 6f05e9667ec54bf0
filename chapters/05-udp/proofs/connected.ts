/**
 * What connect does to a UDP socket: it is told of a closed port, and hears its peer alone.
 *
 * Nothing is sent. Without it a client of a server that is down waits for ever, and takes an
 * answer from whoever sends one first. See also udp(7), connect(2), ip(7), RFC 1122 (4.1.3.3).
 *
 *     pnpm chapter 05 proof connected
 */
// on: linux
import { outcome, shows } from "@netnotes/course/proof";
import { b, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as select from "@netnotes/stdlib/select";
import * as socket from "@netnotes/stdlib/socket";

const { AF_INET, SOCK_DGRAM } = socket;

/** "Pass ICMP errors on to me, connected or not", ip(7); Python 3.11 has no name for it. */
const IP_RECVERR = 11;

/** The call itself said ok, and an error came later. */
const OK = ["ok", true];

function udp(): socket.Socket {
  return socket.socket(AF_INET, SOCK_DGRAM);
}

function bound(): socket.Socket {
  const s = udp();
  s.bind(["127.0.0.1", 0]);
  return s;
}

/** Waits until the kernel has an error to report. Asking with poll leaves it there. */
function refusal(s: socket.Socket): boolean {
  const poller = select.poll();
  poller.register(s, 0);
  return poller.poll(5000).length === 1;
}

function serverDown(): void {
  // Its port is kept, but it hears nobody but itself: to all others the port is closed.
  const down = bound();
  down.connect(down.getsockname());
  const address = down.getsockname();

  const plain = udp();
  plain.settimeout(0.2);
  const ask = (s: socket.Socket) => outcome(() => s.sendto(b`Michael`, address));
  shows("the server is down; sendto, twice", [ask(plain), ask(plain)], ["ok", "ok"]);
  shows(
    "and recvfrom, which would wait for ever",
    outcome(() => plain.recvfrom(1024)),
    "timed out",
  );

  const connected = udp();
  shows(
    "connect to it",
    outcome(() => connected.connect(address)),
    "ok",
  );
  const send = () => outcome(() => connected.send(b`Michael`));
  shows("connected, a first send; and then the kernel knows", [send(), refusal(connected)], OK);
  shows("a second send is told", send(), "ECONNREFUSED");
  shows("but told once: a third", [send(), refusal(connected)], OK);
  shows(
    "the next to be told may be recv",
    outcome(() => connected.recv(1024)),
    "ECONNREFUSED",
  );

  const curious = udp();
  curious.setsockopt(socket.IPPROTO_IP, IP_RECVERR, 1);
  shows("not connected, but with IP_RECVERR", [ask(curious), refusal(curious)], OK);
  shows("a second sendto", ask(curious), "ECONNREFUSED");
  for (const s of [down, plain, connected, curious]) s.close();
}

function forged(): void {
  const [server, stranger, client] = [bound(), bound(), udp()];
  shows("a client's port before it sends", client.getsockname()[1], 0);
  client.sendto(b`Michael`, server.getsockname());
  const [, addr] = server.recvfrom(1024);
  shows("and then: the kernel has bound it", client.getsockname()[1], addr[1]);
  stranger.sendto(b`Hello, stranger!`, addr);
  server.sendto(b`Hello, Michael!`, addr);
  const first = () => codecs.decode(client.recv(1024));
  shows("not connected, the first answer", first(), "Hello, stranger!");

  client.connect(server.getsockname());
  shows("connecting drops nothing that came before", first(), "Hello, Michael!");
  stranger.connect(addr);
  const lie = () => outcome(() => stranger.send(b`Hello, stranger!`));
  shows("connected, a stranger's answer is refused", [lie(), refusal(stranger)], OK);
  server.sendto(b`Hello, Michael!`, addr);
  shows("and the first answer", first(), "Hello, Michael!");
  for (const s of [server, stranger, client]) s.close();
}

export function main(): void {
  serverDown();
  forged();
}

run(main);
