/**
 * Reads a connection by lines and by counts, in whatever pieces its bytes arrive.
 */
import { TimeoutError } from "@netnotes/stdlib/builtins";
import type * as socket from "@netnotes/stdlib/socket";
import * as time from "@netnotes/stdlib/time";

/** A time as a person types it: whole seconds, from 1 to 999999. */
export function seconds(text: string): number {
  if (!/^[1-9][0-9]{0,5}$/.test(text)) throw new TypeError("no such time");
  return Number(text);
}

/** What has arrived on a connection and is not taken yet, and what will come. */
export class Reader {
  private readonly conn: socket.Socket;
  private readonly deadline: number | null;
  private rest: Buffer = Buffer.alloc(0);

  /** `limit`, if given, is the time for all of the reading, in seconds. */
  constructor(conn: socket.Socket, limit: number | null = null) {
    this.conn = conn;
    this.deadline = limit === null ? null : time.monotonic() + limit;
  }

  /** The next bytes to arrive; none at the end of the stream. */
  receive(): Buffer {
    if (this.deadline !== null) {
      const left = this.deadline - time.monotonic();
      if (left <= 0) throw new TimeoutError("timed out");
      this.conn.settimeout(left);
    }
    return this.conn.recv(16384);
  }

  /**
   * The next line with its end; without one where the stream ends first.
   *
   * It is longer than `most` bytes only if the line is, and perhaps not all of it.
   */
  line(most: number): Buffer {
    while (!this.rest.includes("\n") && this.rest.length <= most) {
      const chunk = this.receive();
      this.rest = Buffer.concat([this.rest, chunk]);
      // No line has a NUL: whoever sends one speaks something else, such as TLS.
      if (chunk.length === 0 || chunk.includes(0)) break;
    }
    const end = this.rest.indexOf("\n") + 1 || this.rest.length;
    const line = this.rest.subarray(0, end);
    this.rest = this.rest.subarray(end);
    return line;
  }

  /** At most that many bytes, at least one; none at the end of the stream. */
  some(most: number): Buffer {
    const chunk = this.rest.length > 0 ? this.rest : this.receive();
    this.rest = chunk.subarray(most);
    return chunk.subarray(0, most);
  }

  /** Reads past what still comes, to the end of the stream or of the time. */
  drain(): void {
    try {
      while (this.receive().length > 0);
    } catch (error) {
      if (!(error instanceof TimeoutError)) throw error;
    }
  }
}
