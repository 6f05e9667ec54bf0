/**
 * Half a character ends the notes' thread, but not its connection; Ctrl+C does not end the thread.
 *
 * TCP cuts where it likes, and a thread that dies of it closes nothing. A thread that is no daemon
 * keeps the program alive after Ctrl+C. And a pause after each read hides that two names may arrive
 * as one. See also recv(2), utf-8(7), and Python's threading on daemons.
 *
 *     pnpm chapter 03 proof half-a-character
 */
import { spawn } from "node:child_process";
import { leaveOut, outcome, shows } from "@netnotes/course/proof";
import { b, run, UnicodeDecodeError } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";

/** A server as in the notes: a thread a connection, each read decoded by itself. */
const PYTHON = `
import signal, socket, sys, threading
signal.signal(signal.SIGINT, signal.default_int_handler)

def tcplink(sock):
    while data := sock.recv(1024):
        sock.sendall(f"Hello, {data.decode('utf-8')}!".encode())
    sock.close()

server = socket.create_server(("127.0.0.1", 0))
print(server.getsockname()[1], flush=True)
try:
    while True:
        sock, addr = server.accept()
        threading.Thread(target=tcplink, args=(sock,), daemon=sys.argv[1] == "daemon").start()
except KeyboardInterrupt:
    print("main ends", flush=True)
`;

/** Such a server: where it listens, its lines, and Ctrl+C; undefined without python3. */
function startServer(kind: "daemon" | "plain") {
  const [ours, theirs] = socket.socketpair();
  const stdio = ["ignore", theirs.fileno(), "ignore"] as const;
  const child = spawn("python3", ["-c", PYTHON, kind], { stdio: [...stdio] });
  child.on("error", () => {}); // no python3: its output ends at once
  theirs.close();
  const output = ours.makefile("r");
  const port = Number(output.readline());
  const connect = () => socket.create_connection(["127.0.0.1", port], 5);
  return port === 0 ? undefined : { child, output, connect };
}

/** What a client reads, if it comes soon. */
function soon(client: socket.Socket): string {
  client.settimeout(0.3);
  let text = "";
  const result = outcome(() => (text = codecs.decode(client.recv(1024))));
  client.settimeout(5);
  return result === "ok" ? text || "(the end)" : result;
}

function halves(): void {
  const [first, second] = [codecs.encode("你").subarray(0, 2), codecs.encode("你").subarray(2)];
  let reason = "";
  try {
    codecs.decode(first, "utf-8");
  } catch (error) {
    if (error instanceof UnicodeDecodeError) reason = error.reason;
  }
  shows("two of the three bytes of 你, decoded", reason, "unexpected end of data");
  const decoder = codecs.getincrementaldecoder("utf-8")();
  const pieces = [decoder.decode(first), decoder.decode(second)];
  shows("an incremental decoder waits for the third", pieces, ["", "你"]);
}

function names(): void {
  const [client, server] = socket.socketpair();
  client.sendall(b`alice`);
  const first = server.recv(1024).toString();
  client.sendall(b`bob`);
  shows("two names with a pause between", [first, server.recv(1024).toString()], ["alice", "bob"]);
  for (const name of [b`alice`, b`bob`]) client.sendall(name);
  shows("the same without one", server.recv(1024).toString(), "alicebob");
  for (const s of [client, server]) s.close();
}

type Server = NonNullable<ReturnType<typeof startServer>>;

function plain({ child, output, connect }: Server): void {
  const unlucky = connect();
  unlucky.sendall(codecs.encode("你").subarray(0, 2));
  shows("a client that sent them reads from the notes' server", soon(unlucky), "timed out");
  const lucky = connect();
  lucky.sendall(b`alice`);
  shows("  another one", lucky.recv(1024).toString(), "Hello, alice!");
  shows("  and now the first: the last thing that held it is gone", soon(unlucky), "(the end)");

  child.kill("SIGINT");
  shows("Ctrl+C", output.readline().trim(), "main ends");
  lucky.sendall(b`still there`);
  shows("  its thread goes on", lucky.recv(1024).toString(), "Hello, still there!");
  child.kill("SIGKILL");
}

function daemon({ child, output, connect }: Server): void {
  const client = connect();
  client.sendall(b`alice`);
  shows("a server whose threads are daemons", client.recv(1024).toString(), "Hello, alice!");
  child.kill("SIGINT");
  shows("  Ctrl+C", output.readline().trim(), "main ends");
  shows("  and its thread with it: bytes still to read", client.recv(1024).length, 0);
}

export function main(): void {
  halves();
  names();
  const [first, second] = [startServer("plain"), startServer("daemon")];
  if (!first || !second) return leaveOut("what becomes of the notes' threads", "no python3 here");
  plain(first);
  daemon(second);
}

run(main);
