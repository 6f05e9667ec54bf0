/** BaseServer: the loop that all servers have in common, and its hooks. */
import { OSError, printWith, repr } from "@netnotes/stdlib/builtins";
import * as select from "@netnotes/stdlib/select";
import type * as socket from "@netnotes/stdlib/socket";
import { make_switch, type Switch } from "./switch.ts";

export type Connection = socket.Socket<socket.Address>;
/** What there is to handle: a connection, or a datagram and where it came to. */
export type Request = Connection | readonly [packet: Buffer, to: Connection];
export type HandlerClass = new (
  request: never,
  client_address: socket.Address,
  server: BaseServer,
) => { process(): void };

export abstract class BaseServer {
  /** Seconds that `handle_request` waits; null for as long as it takes. */
  static timeout: number | null = null;

  timeout = (this.constructor as typeof BaseServer).timeout;
  server_address: socket.Address;
  readonly RequestHandlerClass: HandlerClass;
  readonly switch: Switch;
  abstract readonly socket: Connection;

  constructor(
    server_address: socket.Address,
    RequestHandlerClass: HandlerClass,
    common = make_switch(),
  ) {
    this.server_address = server_address;
    this.RequestHandlerClass = RequestHandlerClass;
    this.switch = common;
  }

  /** Handles requests until `shutdown`, for which it looks every so many seconds. */
  serve_forever(poll_interval = 0.5): void {
    const { shutdown_request, is_shut_down } = this.switch;
    is_shut_down.clear();
    try {
      while (!shutdown_request.is_set()) {
        const ready = this.#ready(poll_interval);
        if (shutdown_request.is_set()) break;
        if (ready) this.#handle_request_noblock();
        this.service_actions();
      }
    } finally {
      shutdown_request.clear();
      is_shut_down.set();
    }
  }

  /** Ends the loop, and waits until it has: so call it from another thread. */
  shutdown(): void {
    this.switch.shutdown_request.set();
    this.switch.is_shut_down.wait();
  }

  /** Handles one request, or none within the timeout. */
  handle_request(): void {
    const limits = [this.socket.gettimeout(), this.timeout];
    const seconds = Math.min(...limits.map((limit) => limit ?? Infinity));
    if (this.#ready(seconds)) this.#handle_request_noblock();
    else this.handle_timeout();
  }

  #ready(seconds: number): boolean {
    const poller = select.poll();
    poller.register(this.socket, select.POLLIN);
    return poller.poll(seconds < Infinity ? seconds * 1000 : null).length > 0;
  }

  #handle_request_noblock(): void {
    let got: readonly [request: Request, client_address: socket.Address];
    try {
      got = this.get_request();
    } catch (error) {
      // Ready is no promise: whoever came may have left (08 proof ready).
      if (error instanceof OSError) return;
      throw error;
    }
    if (!this.verify_request(...got)) return this.shutdown_request(got[0]);
    try {
      this.process_request(...got);
    } catch (error) {
      this.handle_error(...got, error);
      this.shutdown_request(got[0]);
    }
  }

  /** A mixin hands the request to a thread or a process here. */
  process_request(request: Request, client_address: socket.Address): void {
    this.finish_request(request, client_address);
    this.shutdown_request(request);
  }

  finish_request(request: Request, client_address: socket.Address): void {
    const { RequestHandlerClass: Handler } = this;
    new Handler(request as never, client_address, this).process();
  }

  /** Tells of what a handler threw, and the server goes on. */
  handle_error(_: Request, from: socket.Address, error: unknown): void {
    const what = `Exception occurred during processing of request from ${repr(from)}`;
    // A failed call is the peer's doing, and its place in our code tells nothing.
    const told = error instanceof OSError ? error : (error as Error).stack;
    const line = "-".repeat(40);
    printWith({ file: 2 }, [line, what, told, line].join("\n"));
  }

  abstract get_request(): readonly [Request, socket.Address];
  abstract shutdown_request(request: Request): void;
  abstract server_close(): void;
  verify_request(_request: Request, _client_address: socket.Address): boolean {
    return true;
  }
  handle_timeout(): void {}
  service_actions(): void {}
}
