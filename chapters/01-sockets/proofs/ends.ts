/**
 * How a connection ends, and how it doesn't: an empty read, a reset, or nothing at all.
 *
 * An empty read says that the peer will send no more, not that it sent all it had: a killed program
 * looks the same. A peer that is silent looks like one that is gone. See also recv(2), socket(7),
 * tcp(7).
 *
 *     pnpm chapter 01 proof ends
 */
import { spawn } from "node:child_process";
import { outcome, shows } from "@netnotes/course/proof";
import { b, repr, run } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";

function connection(): [client: socket.Socket, server: socket.Socket] {
  const listener = socket.create_server(["127.0.0.1", 0]);
  const client = socket.create_connection(listener.getsockname());
  const [server] = listener.accept();
  listener.close();
  return [client, server];
}

/** A program of its own that sends half a message, then waits to be killed. */
function killedInTheMiddle(): string {
  const listener = socket.create_server(["127.0.0.1", 0]);
  const [, port] = listener.getsockname();
  const program = `require("net").connect(${port}, "127.0.0.1").write("half a mess")`;
  const child = spawn(process.execPath, ["-e", program]);
  const [conn] = listener.accept();
  const got = conn.recv(1024);
  child.kill("SIGKILL");
  const end = conn.recv(1024);
  conn.close();
  listener.close();
  return `${repr(got)}, then ${repr(end)}`;
}

export function main(): void {
  const [client, server] = connection();
  client.sendall(b`a message`);
  client.close();
  const reads = [server.recv(1024), server.recv(1024), server.recv(1024)].map(repr);
  shows("a peer that closes is read as empty, again and again", reads, [
    "b'a message'",
    "b''",
    "b''",
  ]);
  server.close();

  shows("one that is killed in the middle too", killedInTheMiddle(), "b'half a mess', then b''");

  const [angry, victim] = connection();
  // l_onoff 1, l_linger 0: close sends a reset instead of a FIN.
  angry.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, Buffer.from(new Int32Array([1, 0]).buffer));
  angry.close();
  shows(
    "one that resets is an error",
    outcome(() => victim.recv(1024)),
    "ECONNRESET",
  );
  victim.close();

  const [silent, waiting] = connection();
  waiting.settimeout(0.2);
  shows(
    "one that is silent is not told from one that vanished",
    outcome(() => waiting.recv(1)),
    "timed out",
  );
  const asked = waiting.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE);
  shows("unless keepalive asks; by default it does not", asked, 0);
  if (process.platform === "linux") {
    const { IPPROTO_TCP, TCP_KEEPIDLE, TCP_KEEPINTVL, TCP_KEEPCNT } = socket;
    const often = [TCP_KEEPIDLE, TCP_KEEPINTVL, TCP_KEEPCNT].map((option) =>
      waiting.getsockopt(IPPROTO_TCP, option),
    );
    console.log(`  and then after ${often[0]} s, every ${often[1]} s, ${often[2]} times`);
  }
  silent.close();
  waiting.close();
}

run(main);
