/** Two ends between which values go, one after the other. */
import { pythonType } from "../builtins/types.ts";
import { EOFError } from "../exceptions/values.ts";
import { OSError } from "../exceptions/os-error.ts";
import { constants } from "../libc/constants.ts";
import type { Address } from "../libc/sockaddr.ts";
import { socketpair } from "../socket/make.ts";
import type { Socket } from "../socket/socket.ts";
import { deadlineIn, READABLE, waitUntil } from "../socket/wait.ts";
import { carry } from "../started/parcel.ts";
import { fromBytes, toBytes } from "./message.ts";

const { SHUT_RD, SHUT_WR } = constants;

/** One end of a pipe: before each message goes its length, in four bytes. */
export class Connection {
  readonly #socket: Socket<Address>;
  readonly readable: boolean;
  readonly writable: boolean;

  constructor(socket: Socket<Address>, readable: boolean, writable: boolean) {
    this.#socket = socket;
    this.readable = readable;
    this.writable = writable;
  }

  /** Sends a value; it waits while the other end has some hundred kilobytes left to read. */
  send(value: unknown): void {
    this.#check("writable");
    this.send_bytes(toBytes(value));
  }

  /** Receives a value. @throws EOFError when nothing comes any more: nobody has the other end open */
  recv(): unknown {
    return fromBytes(this.recv_bytes());
  }

  /** Sends bytes as one message. @throws TypeError for anything else */
  send_bytes(bytes: Uint8Array): void {
    this.#check("writable");
    if (!(bytes instanceof Uint8Array)) {
      const given = pythonType(bytes);
      throw new TypeError(`memoryview: a bytes-like object is required, not '${given}'`);
    }
    const length = Buffer.alloc(4);
    length.writeInt32BE(bytes.length);
    this.#socket.sendall(Buffer.concat([length, bytes]));
  }

  /** Receives one message. */
  recv_bytes(): Buffer {
    this.#check("readable");
    return this.#exactly(this.#exactly(4).readInt32BE());
  }

  #exactly(count: number): Buffer {
    const pieces: Buffer[] = [];
    for (let missing = count; missing > 0;) {
      const piece = this.#socket.recv(missing);
      if (piece.length === 0) throw new EOFError("");
      pieces.push(piece);
      missing -= piece.length;
    }
    return Buffer.concat(pieces);
  }

  /**
   * Whether there is something to receive, or the end.
   *
   * @param timeout seconds to wait for it, null for as long as it takes
   */
  poll(timeout: number | null = 0): boolean {
    this.#check("readable");
    return waitUntil(this.#socket.fileno(), READABLE, deadlineIn(Math.max(0, timeout ?? Infinity)));
  }

  fileno(): number {
    this.#check();
    return this.#socket.fileno();
  }

  get closed(): boolean {
    return this.#socket.closed;
  }

  close(): void {
    this.#socket.close();
  }

  [Symbol.dispose](): void {
    this.close();
  }

  #check(direction?: "readable" | "writable"): void {
    if (this.closed) throw new OSError("handle is closed");
    if (direction === "readable" && !this.readable) throw new OSError("connection is write-only");
    if (direction === "writable" && !this.writable) throw new OSError("connection is read-only");
  }

  /** For this library: what another thread or process needs to have this end. */
  get shared(): Description {
    return { socket: this.#socket, readable: this.readable, writable: this.writable };
  }
}

interface Description {
  readonly socket: Socket<Address>;
  readonly readable: boolean;
  readonly writable: boolean;
}

carry<Connection, Description>({
  kind: "multiprocessing.Connection",
  carries: (value) => value instanceof Connection,
  pack: ({ shared }) => shared,
  unpack: ({ socket, readable, writable }) => new Connection(socket, readable, writable),
});

/**
 * Makes a pipe. Each process closes the end that it does not use: only then does the other one see the end.
 *
 * @param duplex without it the first end only receives, the second only sends
 */
export function Pipe(duplex = true): [Connection, Connection] {
  const [a, b] = socketpair();
  for (const end of [a, b]) end.settimeout(null);
  if (!duplex) {
    a.shutdown(SHUT_WR);
    b.shutdown(SHUT_RD);
  }
  return [new Connection(a, true, duplex), new Connection(b, duplex, true)];
}
