/**
 * ThreadingMixIn: handles each request in a thread of its own.
 */
import type * as socket from "@netnotes/stdlib/socket";
import { Thread } from "@netnotes/stdlib/threading";
import type { Request } from "./base-server.ts";
import { hand_over, process_request_elsewhere } from "./elsewhere.ts";
import type { TCPServer } from "./servers.ts";

/** Python's `class Server(ThreadingMixIn, TCPServer)`: a class around a class. */
export function ThreadingMixIn(Server: typeof TCPServer) {
  return class extends Server {
    /** Whether the program may end before its threads. */
    static daemon_threads = false;
    /** Whether `server_close` waits for the threads that are no daemons. */
    static block_on_close = true;

    #threads: Thread[] = [];

    override process_request(
      request: Request,
      client_address: socket.Address,
    ): void {
      const { daemon_threads: daemon, block_on_close } = this
        .constructor as ReturnType<typeof ThreadingMixIn>;
      const thread = new Thread({
        target: process_request_elsewhere,
        args: [request, client_address, hand_over(this)],
        daemon,
      });
      thread.start();
      this.#threads = this.#threads.filter((thread) => thread.is_alive());
      if (block_on_close && !daemon) this.#threads.push(thread);
    }

    override server_close(): void {
      super.server_close();
      for (const thread of this.#threads) thread.join();
    }
  };
}
