/** A file of bytes over a socket, with buffers or without (Python's BufferedRWPair, SocketIO). */
import { ByteQueue } from "../../builtins/byte-queue.ts";
import { pythonType } from "../../builtins/types.ts";
import { ValueError } from "../../exceptions/values.ts";
import * as argument from "../arguments.ts";
import { sizeOrNone, writable } from "./arguments.ts";
import { UnsupportedOperation } from "./direction.ts";
import type { RawFile } from "./raw.ts";

/** What one read asks the socket for. */
const CHUNK = 8192;

const CLOSED = "I/O operation on closed file.";

/** A file of bytes: what `makefile("rb")`, `("wb")` and `("rwb")` return. */
export class BytesFile implements Iterable<Buffer> {
  readonly #raw: RawFile;
  readonly #reads: boolean;
  readonly #writes: boolean;
  readonly #room: number;
  readonly #unbuffered: boolean;
  readonly #arrived = new ByteQueue();
  readonly #pending = new ByteQueue();

  /** @param room bytes that may wait to be sent; 0 sends each write at once, and reads nothing ahead */
  constructor(raw: RawFile, reads: boolean, writes: boolean, room: number) {
    this.#raw = raw;
    this.#reads = reads;
    this.#writes = writes;
    this.#room = room;
    this.#unbuffered = room === 0;
  }

  /**
   * Exactly `size` bytes, fewer only at the end of the stream; all up to there without a size. Without a
   * buffer at most `size`, with one receive.
   */
  read(size: number | null = -1): Buffer {
    const asked = this.#unbuffered ? argument.size(size) : sizeOrNone(size);
    if (asked < -1 && !this.#unbuffered) {
      throw new ValueError("read length must be non-negative or -1");
    }
    return this.#read(asked < 0 ? Infinity : asked, "read");
  }

  /** What has arrived, at most `size` bytes, with at most one receive; none at the end of the stream. */
  read1(size = CHUNK): Buffer {
    const asked = argument.size(size);
    this.#checkReadable("read", "read1");
    return this.#some(asked < 0 ? CHUNK : asked);
  }

  /** Fills a buffer like `read`; returns how many bytes it got. */
  readinto(buffer: Uint8Array): number {
    const into = this.#unbuffered ? argument.writable(buffer, "recv_into") : writable(buffer);
    const bytes = this.#read(into.length, "readinto");
    into.set(bytes);
    return bytes.length;
  }

  /**
   * A line with its end; without one only at the end of the stream or of `limit` bytes. Without a buffer
   * it takes a receive for every byte.
   */
  readline(limit: number | null = -1): Buffer {
    const asked = sizeOrNone(limit);
    const most = asked < 0 ? Infinity : asked;
    this.#checkReadable("readline");
    const piece = this.#unbuffered ? 1 : CHUNK;
    let length = this.#arrived.lineLength();
    while (length === 0 && this.#arrived.length < most && this.#fill(piece)) {
      length = this.#arrived.lineLength();
    }
    return this.#arrived.take(Math.min(length || this.#arrived.length, most));
  }

  /** All lines up to the end of the stream. */
  readlines(): Buffer[] {
    return [...this];
  }

  *[Symbol.iterator](): IterableIterator<Buffer> {
    for (let line = this.readline(); line.length > 0; line = this.readline()) yield line;
  }

  /** Takes bytes to be sent: by `flush`, by `close`, or when more have gathered than there is room for. */
  write(data: Uint8Array): number {
    if (this.#unbuffered) this.#checkOpen(CLOSED);
    if (!this.#writes) {
      throw new UnsupportedOperation(
        this.#unbuffered ? "File or stream is not writable." : "write",
      );
    }
    if (!(data instanceof Uint8Array)) {
      throw new TypeError(`a bytes-like object is required, not '${pythonType(data)}'`);
    }
    this.#checkOpen("write to closed file");
    if (this.#pending.length + data.length > this.#room) this.#send();
    this.#pending.add(Buffer.from(data));
    if (this.#pending.length > this.#room) this.#send();
    return data.length;
  }

  /** Sends what `write` has taken. What an error keeps from being sent is tried again by the next flush. */
  flush(): void {
    this.#checkOpen(this.#writes && !this.#unbuffered ? "flush of closed file" : CLOSED);
    this.#send();
  }

  /** Sends what waits, and lets go of the socket; again is harmless. */
  close(): void {
    if (this.closed) return;
    try {
      this.flush();
    } finally {
      this.#raw.close();
    }
  }

  [Symbol.dispose](): void {
    this.close();
  }

  get closed(): boolean {
    return this.#raw.closed;
  }

  readable(): boolean {
    return this.#reads;
  }

  writable(): boolean {
    return this.#writes;
  }

  #checkReadable(call: string, missing = "read"): void {
    if (this.#unbuffered) this.#checkOpen(CLOSED);
    if (!this.#reads) {
      throw new UnsupportedOperation(
        this.#unbuffered ? "File or stream is not readable." : missing,
      );
    }
    this.#checkOpen(`${call} of closed file`);
  }

  #checkOpen(otherwise: string): void {
    if (this.closed) throw new ValueError(otherwise);
  }

  #send(): void {
    while (this.#pending.length > 0) this.#pending.take(this.#raw.write(this.#pending.peek()));
  }

  #read(most: number, call: string): Buffer {
    this.#checkReadable(call);
    if (this.#unbuffered && most !== Infinity) return this.#some(most);
    while (this.#arrived.length < most && this.#fill(CHUNK));
    return this.#arrived.take(most);
  }

  #some(most: number): Buffer {
    if (this.#arrived.length === 0 && (most > 0 || this.#unbuffered)) return this.#raw.read(most);
    return this.#arrived.take(most);
  }

  /** Waits for more, at most so many bytes; returns whether there was any. */
  #fill(most: number): boolean {
    const more = this.#raw.read(most);
    this.#arrived.add(more);
    return more.length > 0;
  }
}
