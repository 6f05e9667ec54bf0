/**
 * Node always sets SO_REUSEADDR, and SO_REUSEPORT only where it is asked to and knows how.
 *
 * The kernel is asked about the sockets that Node has made: by their descriptors, and by what
 * another socket may do beside them. See also server.listen in the manual of node:net.
 *
 *     pnpm chapter 07 proof always
 */
// on: linux
import { once } from "node:events";
import net from "node:net";
import { outcome, shows } from "@netnotes/course/proof";
import { run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

const { AF_INET, SO_REUSEADDR, SO_REUSEPORT, SOCK_STREAM, SOL_SOCKET } = socket;
/** Node versions that do not know it take it without a word. */
const SHARED = { reusePort: true };

/** Listens, and tells whether that was possible. */
async function listen(server: net.Server, options: net.ListenOptions): Promise<string> {
  server.listen({ host: "127.0.0.1", ...options });
  try {
    await once(server, "listening");
    return "ok";
  } catch (error) {
    return (error as NodeJS.ErrnoException).code ?? String(error);
  }
}

function portOf(server: net.Server): number {
  return (server.address() as net.AddressInfo).port;
}

/** What the kernel has of an option; a server's descriptor is in no interface, but there. */
function option(server: net.Server, name: number): number {
  const { fd } = (server as unknown as { _handle: { fd: number } })._handle;
  const same = socket.fromfd(fd, AF_INET, SOCK_STREAM);
  const value = same.getsockopt(SOL_SOCKET, name);
  same.close();
  return value;
}

/** A server that closes first, which leaves its port in TIME_WAIT. */
async function restart(): Promise<void> {
  const first = net.createServer((conn) => conn.destroySoon());
  await listen(first, { port: 0 });
  const port = portOf(first);
  shows("a net.Server's SO_REUSEADDR", option(first, SO_REUSEADDR), 1);
  const client = net.connect(port, "127.0.0.1").resume();
  await once(client, "close");
  first.close();
  await once(first, "close");

  const plain = socket.socket();
  const result = outcome(() => plain.bind(["127.0.0.1", port]));
  shows("when it has closed first, a socket without the option", result, "EADDRINUSE");
  plain.close();
  const second = net.createServer();
  shows("and the next net.Server", await listen(second, { port }), "ok");
  second.close();
}

/** Two servers on one port; 22.12 and 23.1 were the first to know the option. */
async function share(): Promise<void> {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const knows = major > 23 || (major === 23 && minor >= 1) || (major === 22 && minor >= 12);
  const [plain, first, second] = [net.createServer(), net.createServer(), net.createServer()];
  await listen(plain, { port: 0 });
  shows("SO_REUSEPORT, unless it is asked for", option(plain, SO_REUSEPORT), 0);
  await listen(first, { port: 0, ...SHARED });
  console.log(`listen({ reusePort: true }) in Node ${process.versions.node}`);
  shows("SO_REUSEPORT", option(first, SO_REUSEPORT), knows ? 1 : 0);
  const result = await listen(second, { port: portOf(first), ...SHARED });
  shows("a second server there", result, knows ? "ok" : "EADDRINUSE");
  for (const server of [plain, first, second]) server.close();
}

export function main(): void {
  void restart().then(share);
}

run(main);
