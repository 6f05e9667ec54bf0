/**
 * Who may share a port: nearly everybody but two listeners on the same address.
 *
 * A connection is told apart by five things (protocol, both addresses, both ports), so one port
 * serves a listener and all that it accepts, TCP and UDP, and several addresses. See also bind(2),
 * socket(7) and ip(7).
 *
 *     pnpm chapter 01 proof ports
 */
// on: linux
import { readFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { holds, leaveOut, outcome, shows } from "@netnotes/course/proof";
import { run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

const { AF_INET, AF_INET6, SOCK_DGRAM, SOCK_STREAM } = socket;
const { SO_REUSEADDR, SOL_SOCKET } = socket;

/** What a second socket gets that asks for the port while a first one listens there. */
function second(
  port: number,
  host: string,
  type = SOCK_STREAM,
  family: socket.InternetFamily = AF_INET,
): string {
  const s = socket.socket(family, type);
  const result = outcome(() => s.bind([host, port]));
  s.close();
  return result;
}

function oneListener(): void {
  const listener = socket.create_server(["127.0.0.1", 0]);
  const [, port] = listener.getsockname();
  shows("while 127.0.0.1 listens, the same again", second(port, "127.0.0.1"), "EADDRINUSE");
  shows("0.0.0.0, which contains it", second(port, "0.0.0.0"), "EADDRINUSE");
  shows("127.0.0.2, another address of this host", second(port, "127.0.0.2"), "ok");
  if (socket.has_ipv6)
    shows("::1, another protocol", second(port, "::1", SOCK_STREAM, AF_INET6), "ok");
  shows("UDP, another protocol", second(port, "127.0.0.1", SOCK_DGRAM), "ok");

  const first = socket.create_connection(["127.0.0.1", port]);
  const other = socket.create_connection(["127.0.0.1", port]);
  const accepted = [listener.accept()[0], listener.accept()[0]];
  const ports = accepted.map((s) => s.getsockname()[1]);
  shows("two accepted sockets have the listener's port", ports, [port, port]);
  for (const s of [first, other, ...accepted, listener]) s.close();
}

/** TCP and UDP at once between the same addresses and ports: four items identify no link. */
function fiveTuple(): void {
  const listener = socket.create_server(["127.0.0.1", 0]);
  const tcp = socket.create_connection(listener.getsockname());
  const udp = socket.socket(AF_INET, SOCK_DGRAM);
  udp.bind(tcp.getsockname());
  udp.connect(listener.getsockname());
  const four = (s: socket.Socket) => [...s.getsockname(), ...s.getpeername()];
  shows("the four items of a TCP and a UDP socket are the same", four(udp), four(tcp));

  // One client port, two servers: the far end tells the two connections apart.
  const elsewhere = socket.create_server(["127.0.0.1", 0]);
  const twin = socket.socket();
  const own = socket.socket();
  for (const s of [twin, own]) s.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1);
  own.bind(["127.0.0.1", 0]);
  twin.bind(own.getsockname());
  own.connect(listener.getsockname());
  shows(
    "one client port to two servers",
    outcome(() => twin.connect(elsewhere.getsockname())),
    "ok",
  );
  for (const s of [listener, tcp, udp, elsewhere, twin, own]) s.close();
}

function lowAndOddPorts(): void {
  const low = Number(readFileSync("/proc/sys/net/ipv4/ip_unprivileged_port_start", "utf8"));
  console.log(`ports below ${low} (ip_unprivileged_port_start) need a privilege`);
  if (process.getuid?.() === 0) leaveOut("bind to port 1", "root may");
  else shows("bind to port 1", second(1, "127.0.0.1"), low > 1 ? "EACCES" : "ok");
  const any = socket.create_server(["127.0.0.1", 0]);
  holds("port 0 means: the kernel picks one", any.getsockname()[1] > 0, any.getsockname()[1]);
  any.close();
  const fetching = 'fetch("http://127.0.0.1:6666").catch((e) => console.log(e.cause.message))';
  const said = spawnSync(process.execPath, ["-e", fetching], {
    encoding: "utf8",
  }).stdout.trim();
  shows("the notes' port 6666 in a browser's fetch", said, "bad port");
}

export function main(): void {
  oneListener();
  fiveTuple();
  lowAndOddPorts();
}

run(main);
