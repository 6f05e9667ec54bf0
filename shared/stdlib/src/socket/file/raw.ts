/** What a file needs of a socket: to receive, to send, and to keep it open meanwhile. */
import { OSError, TimeoutError } from "../../exceptions/os-error.ts";

/** The part of Socket that files use. */
export interface Source {
  recv(bufsize: number): Buffer;
  send(data: Uint8Array): number;
  hold(): void;
  release(): void;
}

/** A socket as an unbuffered file. It holds the socket open until it is closed. */
export class RawFile {
  readonly #socket: Source;
  #timedOut = false;
  #closed = false;

  constructor(socket: Source) {
    this.#socket = socket;
    socket.hold();
  }

  /** Bytes that have arrived, at most `most`; none at the end of the stream. */
  read(most: number): Buffer {
    // Where a timeout struck, bytes may have been lost between reader and socket: CPython gives up, too.
    if (this.#timedOut) throw new OSError("cannot read from timed out object");
    try {
      return this.#socket.recv(most);
    } catch (error) {
      if (error instanceof TimeoutError) this.#timedOut = true;
      throw error;
    }
  }

  /** Sends some of the bytes; returns how many. */
  write(data: Uint8Array): number {
    return this.#socket.send(data);
  }

  get closed(): boolean {
    return this.#closed;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#socket.release();
  }
}
