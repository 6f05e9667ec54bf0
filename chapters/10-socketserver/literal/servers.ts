/**
 * The four servers: {internet, Unix} × {stream, datagram}.
 */
import { OSError } from "@netnotes/stdlib/builtins";
import * as socket from "@netnotes/stdlib/socket";
import { BaseServer } from "./base-server.ts";
import type { Connection, HandlerClass, Request } from "./base-server.ts";
import type { Switch } from "./switch.ts";

/** What a server in another thread has in common with the one that made it. */
export interface Common {
  readonly socket: Connection;
  readonly switch?: Switch | undefined;
}

/**
 * Python's class attributes are static here: the constructor needs them, and
 * JavaScript makes a subclass's own fields only after it.
 */
export class TCPServer extends BaseServer {
  static address_family: number = socket.AF_INET;
  static socket_type: number = socket.SOCK_STREAM;
  static request_queue_size = 5;
  static allow_reuse_address = false;

  readonly socket: Connection;

  constructor(
    server_address: socket.Address,
    RequestHandlerClass: HandlerClass,
    bind_and_activate = true,
    common?: Common,
  ) {
    super(server_address, RequestHandlerClass, common?.switch);
    const { address_family, socket_type } = this.its;
    this.socket = common?.socket ?? socket.socket(address_family, socket_type);
    if (!bind_and_activate) return;
    try {
      this.server_bind();
      this.server_activate();
    } catch (error) {
      this.socket.close();
      throw error;
    }
  }

  /** The class attributes, as the server's own class has them. */
  get its(): typeof TCPServer {
    return this.constructor as typeof TCPServer;
  }

  server_bind(): void {
    if (this.its.allow_reuse_address)
      this.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1);
    this.socket.bind(this.server_address);
    this.server_address = this.socket.getsockname();
  }

  server_activate(): void {
    this.socket.listen(this.its.request_queue_size);
  }

  server_close(): void {
    this.socket.close();
  }

  get_request(): readonly [Request, socket.Address] {
    return this.socket.accept();
  }

  shutdown_request(request: Request): void {
    try {
      (request as Connection).shutdown(socket.SHUT_WR);
    } catch (error) {
      // The client is gone already.
      if (!(error instanceof OSError)) throw error;
    }
    this.close_request(request);
  }

  close_request(request: Request): void {
    (request as Connection).close();
  }
}

export class UDPServer extends TCPServer {
  static override socket_type: number = socket.SOCK_DGRAM;
  static max_packet_size = 8192;

  override server_activate(): void {}

  override get_request(): readonly [Request, socket.Address] {
    const { max_packet_size } = this.constructor as typeof UDPServer;
    const [packet, client_address] = this.socket.recvfrom(max_packet_size);
    return [[packet, this.socket], client_address];
  }

  // The socket is the server's: it serves the next datagram, too.
  override shutdown_request(request: Request): void {
    this.close_request(request);
  }
  override close_request(_request: Request): void {}
}

export class UnixStreamServer extends TCPServer {
  static override address_family: number = socket.AF_UNIX;
}

export class UnixDatagramServer extends UDPServer {
  static override address_family: number = socket.AF_UNIX;
}
