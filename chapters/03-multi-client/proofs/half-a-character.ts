/**
 * Half a character ends the notes' thread, but not its connection; Ctrl+C does not end the thread.
 *
 * TCP cuts where it likes, and a thread that dies of it closes nothing; one that is no daemon goes
 * on after Ctrl+C. A pause after each read hides that two names may come as one. See also recv(2).
 *
 *     pnpm chapter 03 proof half-a-character
 */
import { spawn, spawnSync } from "node:child_process";
import { leaveOut, outcome, shows } from "@netnotes/course/proof";
import { b, run } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as select from "@netnotes/stdlib/select";
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

/** Such a server: where it listens, its lines, and Ctrl+C. */
function startServer(kind: "daemon" | "plain") {
  const [ours, theirs] = socket.socketpair();
  ours.settimeout(10);
  const output = ours.makefile("r");
  const child = spawn("python3", ["-c", PYTHON, kind], {
    stdio: ["ignore", theirs.fileno(), "ignore"],
  });
  process.once("exit", () => child.kill("SIGKILL"));
  theirs.close();
  const port = Number(output.readline());
  // Python looks for signals, then waits: one that comes between the two has to be sent again.
  const interrupt = (tries = 3) => {
    do child.kill("SIGINT");
    while (--tries > 0 && select.select([ours], [], [], 5)[0].length === 0);
  };
  const connect = () => socket.create_connection(["127.0.0.1", port], 5);
  return { child, output, connect, interrupt };
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
  const alone = [first, second].map((half) => codecs.decode(half, "utf-8", "replace"));
  shows("two bytes of 你, then the third, each decoded by itself", alone, ["\uFFFD", "\uFFFD"]);
  const decoder = codecs.getincrementaldecoder("utf-8")();
  const pieces = [decoder.decode(first), decoder.decode(second)];
  shows("with an incremental decoder", pieces, ["", "你"]);
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

function plainThreads(): void {
  const { child, output, connect, interrupt } = startServer("plain");
  const unlucky = connect();
  unlucky.sendall(codecs.encode("你").subarray(0, 2));
  shows("a client that sent them reads from the notes' server", soon(unlucky), "timed out");
  const lucky = connect();
  lucky.sendall(b`alice`);
  shows("  another one", lucky.recv(1024).toString(), "Hello, alice!");
  shows("  and now the first: the last thing that held it is gone", soon(unlucky), "(the end)");
  interrupt();
  shows("Ctrl+C", output.readline().trim(), "main ends");
  lucky.sendall(b`still there`);
  shows("  its thread goes on", lucky.recv(1024).toString(), "Hello, still there!");
  child.kill("SIGKILL");
}

function daemonThreads(): void {
  const { output, connect, interrupt } = startServer("daemon");
  const client = connect();
  client.sendall(b`alice`);
  shows("a server whose threads are daemons", client.recv(1024).toString(), "Hello, alice!");
  interrupt();
  shows("  Ctrl+C", output.readline().trim(), "main ends");
  shows("  and its thread with it: bytes still to read", client.recv(1024).length, 0);
}

export function main(): void {
  halves();
  names();
  const { error } = spawnSync("python3", ["--version"]);
  if (error) return leaveOut("what becomes of the notes' threads", "there is no python3");
  plainThreads();
  daemonThreads();
}

run(main);
