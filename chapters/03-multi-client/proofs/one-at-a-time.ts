/**
 * While an iterative server serves one client, the others are connected, and nothing else.
 *
 * The notes call it a server of many clients: it serves one after the other. And its bare except,
 * there to survive a client's end, takes Ctrl+C for one, too. See also accept(2), listen(2).
 *
 *     pnpm chapter 03 proof one-at-a-time
 */
import { spawn, spawnSync } from "node:child_process";
import { leaveOut, outcome, shows } from "@netnotes/course/proof";
import { b, run } from "@netnotes/stdlib/builtins";
import * as select from "@netnotes/stdlib/select";
import * as socket from "@netnotes/stdlib/socket";
import * as threading from "@netnotes/stdlib/threading";

export function serve(conn: socket.Socket): void {
  conn.sendall(b`back_data`);
  while (conn.recv(1024).length > 0);
  conn.close();
}

export function oneAfterTheOther(listener: socket.Socket): void {
  for (;;) serve(listener.accept()[0]);
}

export function aThreadEach(listener: socket.Socket): void {
  for (;;) {
    const [conn] = listener.accept();
    new threading.Thread({ target: serve, args: [conn], daemon: true }).start();
  }
}

/** Two clients at a server; the second one's reads end after 0.3 s without a word. */
function clientsOf(server: (listener: socket.Socket) => void): [socket.Socket, socket.Socket] {
  const listener = socket.create_server(["127.0.0.1", 0]);
  new threading.Thread({ target: server, args: [listener], daemon: true }).start();
  const [first, second] = [socket.socket(), socket.socket()];
  first.connect(listener.getsockname());
  first.recv(1024);
  shows(
    "a second client connects while the first is served",
    outcome(() => second.connect(listener.getsockname())),
    "ok",
  );
  return [first, second];
}

function turns(): void {
  const [first, second] = clientsOf(oneAfterTheOther);
  shows("  its bytes are taken", second.send(b`hello?`), 6);
  second.settimeout(0.3);
  shows(
    "  its read",
    outcome(() => second.recv(1024)),
    "timed out",
  );
  first.close();
  second.settimeout(5);
  shows("  and once the first has left", second.recv(1024).toString(), "back_data");
  second.close();
}

function together(): void {
  const [first, second] = clientsOf(aThreadEach);
  second.settimeout(5);
  shows("  with a thread each, its read", second.recv(1024).toString(), "back_data");
  for (const s of [first, second]) s.close();
}

/** A Python server that greets a client and waits for it, and ignores what goes wrong then. */
const PYTHON = `
import signal, socket
signal.signal(signal.SIGINT, signal.default_int_handler)
server = socket.create_server(("127.0.0.1", 0))
print(server.getsockname()[1], flush=True)
while True:
    try:
        conn, addr = server.accept()
        conn.sendall(b"hello")
        conn.recv(1024)
    except EXCEPTION:
        print("ignored", flush=True)
`;

/** What such a server prints when Ctrl+C is pressed twice. */
function interrupted(exception: string): string[] {
  const [ours, theirs] = socket.socketpair();
  const code = PYTHON.replace(" EXCEPTION", exception);
  const child = spawn("python3", ["-c", code], { stdio: ["ignore", theirs.fileno(), "ignore"] });
  theirs.close();
  const output = ours.makefile("r");
  const port = Number(output.readline());
  const said: string[] = [];
  while (said.length < 2 && said.at(-1) !== "(ends)") {
    const client = socket.create_connection(["127.0.0.1", port], 5);
    client.recv(1024);
    // Python looks for signals, then waits: one that comes between the two has to be sent again.
    do child.kill("SIGINT");
    while (select.select([ours], [], [], 5)[0].length === 0);
    said.push(output.readline().trim() || "(ends)");
    client.close();
  }
  child.kill("SIGKILL");
  return said;
}

export function main(): void {
  turns();
  together();
  const { error } = spawnSync("python3", ["--version"]);
  if (error) return leaveOut("Ctrl+C at a bare except", "there is no python3");
  shows("Ctrl+C twice, at a bare except", interrupted(""), ["ignored", "ignored"]);
  shows("Ctrl+C at `except OSError`", interrupted(" OSError"), ["(ends)"]);
}

run(main);
