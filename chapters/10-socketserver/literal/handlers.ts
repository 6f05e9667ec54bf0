/**
 * The handlers: what is done with a request, apart from how it came.
 */
import { OSError } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import type { BaseServer, Connection, Request } from "./base-server.ts";
import { BytesIO } from "./bytes-io.ts";

export class BaseRequestHandler<R extends Request = Request> {
  readonly request: R;
  readonly client_address: socket.Address;
  readonly server: BaseServer;

  constructor(request: R, client_address: socket.Address, server: BaseServer) {
    this.request = request;
    this.client_address = client_address;
    this.server = server;
  }

  /** Python's constructor does this; here a subclass's fields come after it. */
  process(): void {
    this.setup();
    try {
      this.handle();
    } finally {
      this.finish();
    }
  }

  setup(): void {}
  handle(): void {}
  finish(): void {}
}

/** The connection as two files: rfile reads ahead, wfile sends at once. */
export class StreamRequestHandler extends BaseRequestHandler<Connection> {
  static rbufsize = -1;
  static wbufsize = 0;
  /** Seconds that a read or a write may take; null for as long as it takes. */
  static timeout: number | null = null;
  static disable_nagle_algorithm = false;

  connection!: Connection;
  rfile!: socket.BytesFile;
  wfile!: socket.BytesFile;

  override setup(): void {
    const its = this.constructor as typeof StreamRequestHandler;
    this.connection = this.request;
    if (its.timeout !== null) this.connection.settimeout(its.timeout);
    if (its.disable_nagle_algorithm)
      this.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, true);
    const { rbufsize, wbufsize } = its;
    this.rfile = this.connection.makefile("rb", { buffering: rbufsize });
    this.wfile = this.connection.makefile("wb", { buffering: wbufsize });
  }

  override finish(): void {
    try {
      this.wfile.close();
    } catch (error) {
      // What waited to be sent has nobody to go to.
      if (!(error instanceof OSError)) throw error;
    }
    this.rfile.close();
  }
}

/** The datagram as a file, and a file that becomes the answer. */
export class DatagramRequestHandler extends BaseRequestHandler<
  readonly [packet: Buffer, to: Connection]
> {
  packet!: Buffer;
  socket!: Connection;
  rfile!: BytesIO;
  wfile!: BytesIO;

  override setup(): void {
    [this.packet, this.socket] = this.request;
    this.rfile = new BytesIO(this.packet);
    this.wfile = new BytesIO();
  }

  override finish(): void {
    this.socket.sendto(this.wfile.getvalue(), this.client_address);
  }
}
