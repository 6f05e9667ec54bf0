/** A file of bytes over a socket, with a buffer for each direction (Python's BufferedRWPair). */
import { ValueError } from "../../exceptions/values.ts";
import { pythonType } from "../../builtins/types.ts";
import { UnsupportedOperation } from "./direction.ts";
import type { RawFile } from "./raw.ts";

/** What one read asks the socket for. */
const CHUNK = 8192;

const NEWLINE = 10;

/** A file of bytes: what `makefile("rb")`, `("wb")` and `("rwb")` return. */
export class BytesFile implements Iterable<Buffer> {
  readonly #raw: RawFile;
  readonly #reads: boolean;
  readonly #writes: boolean;
  readonly #room: number;
  #arrived: Buffer = Buffer.alloc(0);
  #pending: Uint8Array[] = [];
  #pendingLength = 0;

  /** @param room bytes that may wait to be sent; 0 sends each write at once */
  constructor(raw: RawFile, reads: boolean, writes: boolean, room: number) {
    this.#raw = raw;
    this.#reads = reads;
    this.#writes = writes;
    this.#room = room;
  }

  /** Exactly `size` bytes, fewer only at the end of the stream; all up to there without a size. */
  read(size = -1): Buffer {
    const most = size === null || size < 0 ? Infinity : size;
    while (this.#readable("read").length < most && this.#fill());
    return this.#take(Math.min(most, this.#arrived.length));
  }

  /** What has arrived, at most `size` bytes, with at most one receive; none at the end of the stream. */
  read1(size = CHUNK): Buffer {
    const most = size < 0 ? CHUNK : size;
    if (this.#readable("read", "read1").length === 0 && most > 0) return this.#raw.read(most);
    return this.#take(Math.min(most, this.#arrived.length));
  }

  /** Fills a buffer like `read`; returns how many bytes it got. */
  readinto(buffer: Uint8Array): number {
    const bytes = this.read(buffer.length);
    buffer.set(bytes);
    return bytes.length;
  }

  /** A line with its end; without one only at the end of the stream or of `limit` bytes. */
  readline(limit = -1): Buffer {
    const most = limit < 0 ? Infinity : limit;
    let searched = 0;
    for (;;) {
      const end = this.#readable("readline").indexOf(NEWLINE, searched) + 1;
      if (end > 0) return this.#take(Math.min(end, most));
      searched = this.#arrived.length;
      if (searched >= most || !this.#fill()) return this.#take(Math.min(searched, most));
    }
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
    if (!this.#writes) throw new UnsupportedOperation("write");
    if (!(data instanceof Uint8Array)) {
      throw new TypeError(`a bytes-like object is required, not '${pythonType(data)}'`);
    }
    this.#checkOpen("write to closed file");
    if (this.#pendingLength + data.length > this.#room) this.#send();
    this.#pending.push(Buffer.from(data));
    this.#pendingLength += data.length;
    if (this.#pendingLength > this.#room) this.#send();
    return data.length;
  }

  /** Sends what `write` has taken. What an error keeps from being sent is tried again by the next flush. */
  flush(): void {
    this.#checkOpen(this.#writes ? "flush of closed file" : "I/O operation on closed file.");
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

  #readable(what = "read", missing = "read"): Buffer {
    if (!this.#reads) throw new UnsupportedOperation(missing);
    this.#checkOpen(`${what} of closed file`);
    return this.#arrived;
  }

  #checkOpen(otherwise: string): void {
    if (this.closed) throw new ValueError(otherwise);
  }

  #send(): void {
    while (this.#pendingLength > 0) {
      const data = Buffer.concat(this.#pending);
      const rest = data.subarray(this.#raw.write(data));
      this.#pending = [rest];
      this.#pendingLength = rest.length;
    }
  }

  /** Waits for more; returns whether there was any. */
  #fill(): boolean {
    const more = this.#raw.read(CHUNK);
    this.#arrived = this.#arrived.length === 0 ? more : Buffer.concat([this.#arrived, more]);
    return more.length > 0;
  }

  #take(count: number): Buffer {
    const taken = this.#arrived.subarray(0, count);
    this.#arrived = this.#arrived.subarray(count);
    return taken;
  }
}
