/**
 * What an address is, who has it, and who is reached there.
 *
 * See also ip(7), RFC 1918 (private addresses), RFC 4632 (the end of the classes).
 *
 *     pnpm chapter 01 proof addresses
 */
// on: linux
import { leaveOut, outcome, shows } from "@netnotes/course/proof";
import { run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

/** What a client gets that connects to `host` while a server listens on `listening`. */
function reach(
  listening: string,
  host: string,
  family: socket.InternetFamily = socket.AF_INET,
): string {
  const server = socket.create_server([listening, 0], { family });
  const [, port] = server.getsockname();
  const client = socket.socket(host.includes(":") ? socket.AF_INET6 : socket.AF_INET);
  const result = outcome(() => client.connect([host, port]));
  client.close();
  server.close();
  return result;
}

/** A, B or C by the first octet, as before 1993. */
function oldClass(address: string): string {
  const [first = 0] = socket.inet_aton(address);
  return first < 128 ? "A" : first < 192 ? "B" : first < 224 ? "C" : "beyond C";
}

function sizes(): void {
  shows("bytes of an IPv4 address", socket.inet_pton(socket.AF_INET, "192.168.13.157").length, 4);
  shows("bytes of an IPv6 address", socket.inet_pton(socket.AF_INET6, "2001:db8::1").length, 16);
  shows(
    "10.0.0.0, 10.21.0.0 and 192.168.13.0 were class",
    ["10.0.0.0", "10.21.0.0", "192.168.13.0"].map(oldClass),
    ["A", "A", "C"],
  );
}

function whoHasThem(): void {
  shows(
    "one host is 127.0.0.1 and 127.0.0.2",
    [reach("127.0.0.1", "127.0.0.1"), reach("127.0.0.2", "127.0.0.2")],
    ["ok", "ok"],
  );
  shows(
    "but a server on 127.0.0.2 is not at 127.0.0.1",
    reach("127.0.0.2", "127.0.0.1"),
    "ECONNREFUSED",
  );
  const notes = outcome(() => socket.create_server(["192.168.13.157", 0]).close());
  console.log(`bind the notes' 192.168.13.157 on this host: ${notes}`);
  // No host has an address of 192.0.2.0/24: it is kept for documents (RFC 5737).
  shows(
    "bind an address that this host lacks",
    outcome(() => socket.create_server(["192.0.2.157", 0])),
    "EADDRNOTAVAIL",
  );
}

function whereTheNameLeads(): void {
  const name = socket.gethostname();
  let address: string;
  try {
    address = socket.gethostbyname(name);
  } catch (error) {
    if (!(error instanceof socket.gaierror)) throw error;
    leaveOut(`bind ${name}`, "this host cannot look its own name up");
    return;
  }
  const there = reach(name, name);
  shows(`a server bound to gethostname(), ${name}, is at ${address}`, there, "ok");
  const loopback = address === "127.0.0.1";
  shows("and at 127.0.0.1", reach(name, "127.0.0.1"), loopback ? "ok" : "ECONNREFUSED");
}

export function main(): void {
  sizes();
  whoHasThem();
  whereTheNameLeads();
}

run(main);
