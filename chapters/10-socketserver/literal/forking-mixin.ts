/**
 * ForkingMixIn: handles each request in a process of its own.
 *
 * Python's forks, and its child goes on in the midst of the program. Node
 * cannot: a process begins anew, and is handed the request.
 */
import { Process } from "@netnotes/stdlib/multiprocessing";
import type * as socket from "@netnotes/stdlib/socket";
import type { Request } from "./base-server.ts";
import { hand_over, process_request_elsewhere } from "./elsewhere.ts";
import type { TCPServer } from "./servers.ts";

/** Python's `class Server(ForkingMixIn, TCPServer)`: a class around a class. */
export function ForkingMixIn(Server: typeof TCPServer) {
  return class extends Server {
    static override timeout: number | null = 300;
    static max_children = 40;
    /** Whether `server_close` waits for the processes. */
    static block_on_close = true;

    #children: Process[] = [];

    override process_request(
      request: Request,
      client_address: socket.Address,
    ): void {
      const child = new Process({
        target: process_request_elsewhere,
        args: [request, client_address, hand_over(this, "process")],
        // Killed, the server leaves no child behind that holds its address.
        daemon: true,
      });
      child.start();
      this.#children.push(child);
      // The child has a copy of its own; ours would stay open for ever.
      this.close_request(request);
    }

    /** Asks after the children, so that the kernel can forget the ended. */
    collect_children(blocking = false): void {
      const { max_children } = this.constructor as ReturnType<
        typeof ForkingMixIn
      >;
      if (blocking) for (const child of this.#children) child.join();
      const alive = () =>
        (this.#children = this.#children.filter((child) => child.is_alive()));
      while (alive().length >= max_children) this.#children[0]?.join(0.1);
    }

    override service_actions(): void {
      this.collect_children();
    }

    override handle_timeout(): void {
      this.collect_children();
    }

    override server_close(): void {
      super.server_close();
      const { block_on_close } = this.constructor as ReturnType<
        typeof ForkingMixIn
      >;
      this.collect_children(block_on_close);
    }
  };
}
