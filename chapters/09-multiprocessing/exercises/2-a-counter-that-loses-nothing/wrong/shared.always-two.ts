/**
 * Wrong: starts two processes, however many it is told to.
 */
import { ArgumentParser } from "argparse";
import { b, OSError, print, run } from "@netnotes/stdlib/builtins";
import { Lock, Process } from "@netnotes/stdlib/multiprocessing";
import * as socket from "@netnotes/stdlib/socket";

function next(store: socket.Socket, lock: Lock): number {
  // What one process has read, no other may read before it is written.
  lock.acquire();
  try {
    store.send(b`get`);
    const number = Number(store.recv(64).toString()) + 1;
    store.send(Buffer.from(`set ${number}`));
    store.recv(64);
    return number;
  } finally {
    lock.release();
  }
}

export function work(server: socket.Socket, to: number, lock: Lock): void {
  const store = socket.socket(socket.AF_INET, socket.SOCK_DGRAM);
  store.connect(["127.0.0.1", to]);
  while (true) {
    const [conn] = server.accept();
    try {
      for (const name of conn.makefile("r")) {
        const ticket = `${next(store, lock)} ${process.pid} ${name}`;
        conn.sendall(Buffer.from(ticket));
      }
    } catch (error) {
      if (!(error instanceof OSError)) throw error;
      print("lost a client:", error.code);
    }
    conn.close();
  }
}

export function main(): void {
  const parser = new ArgumentParser({ description: "Gives tickets." });
  parser.add_argument("--host", { default: "127.0.0.1" });
  parser.add_argument("--port", { type: "int", default: 9090 });
  parser.add_argument("--workers", { type: "int", default: 2 });
  parser.add_argument("--store", { type: "int", default: 9091 });
  const { store, ...args } = parser.parse_args();

  const server = socket.create_server([args.host, args.port]);
  const [host, port] = server.getsockname();
  print(`listening on ${host}:${port}`);
  const lock = new Lock();
  for (let n = 0; n < 2; n += 1) {
    new Process({ target: work, args: [server, store, lock] }).start();
  }
}

run(main);
