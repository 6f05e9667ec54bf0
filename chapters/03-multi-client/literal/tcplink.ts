/**
 * Speaks with one client: greets it, answers each name, until `exit` or its end.
 */
import {
  b,
  ConnectionError,
  OSError,
  print,
  repr,
} from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import type * as socket from "@netnotes/stdlib/socket";
import * as time from "@netnotes/stdlib/time";

/** Serves a connection to its end, whoever calls: main, a thread, a process. */
export function tcplink(
  conn: socket.Socket,
  addr: socket.InetAddress,
  think: number,
): void {
  const [host, port] = addr;
  try {
    say(`Accept new connection from ${host}:${port}...`);
    conn.sendall(b`Welcome!`);
    // Half a character waits in here until the rest arrives.
    const decoder = codecs.getincrementaldecoder("utf-8")("replace");
    // One read is one name, for want of a mark between two of them.
    let chunk: Buffer;
    while ((chunk = conn.recv(1024)).length > 0) {
      const name = decoder.decode(chunk);
      if (name === "exit") break;
      if (name) {
        if (think > 0) time.sleep(think);
        conn.sendall(codecs.encode(`Hello, ${name}!`, "utf-8"));
      }
    }
  } catch (error) {
    // A client that vanishes costs only its own connection.
    if (!(error instanceof OSError)) throw error;
    say(`lost ${repr(addr)} ${error.code}`);
  } finally {
    conn.close();
  }
  say(`Connection from ${host}:${port} closed.`);
}

function say(line: string): void {
  try {
    print(line);
  } catch (error) {
    // nobody reads it any more; the clients are served all the same
    if (!(error instanceof ConnectionError)) throw error;
  }
}
