/**
 * A client's connection, and what has come over it that is not answered yet.
 */
import { OSError } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import * as socket from "@netnotes/stdlib/socket";
import { LARGEST } from "./primes.ts";

/** How many clients are served at the same time; others wait to be accepted. */
export const MOST = 100;

export class Peer {
  readonly conn: socket.Socket;
  #unread = "";
  waiting = false; // for an answer; until then nothing more is read
  left = false; // nothing more will come

  constructor(conn: socket.Socket) {
    this.conn = conn;
  }

  fileno(): number {
    return this.conn.fileno();
  }

  /** Reads once, when `select` says so. The end of the stream ends a line, too. */
  receive(): void {
    let chunk: Buffer;
    try {
      chunk = this.conn.recv(1024);
    } catch (error) {
      return this.#lose(error);
    }
    this.#unread += codecs.decode(chunk, "latin-1");
    if (chunk.length > 0) return;
    this.left = true;
    if (this.#unread !== "") this.#unread += "\n";
  }

  /** The next number; null until a line is whole. Says at once what is none. */
  question(): number | null {
    for (let end; (end = this.#unread.indexOf("\n")) >= 0;) {
      const line = this.#unread.slice(0, end);
      this.#unread = this.#unread.slice(end + 1);
      const limit = Number(/^(\d{1,8})\r?$/.exec(line)?.[1]);
      if (limit <= LARGEST) {
        this.waiting = true;
        return limit;
      }
      this.tell(`error: a whole number from 0 to ${LARGEST}, please`);
    }
    // Of a line without an end, its last bytes suffice to find it wrong.
    this.#unread = this.#unread.slice(-20);
    return null;
  }

  /** Sends a line to a client that may be gone, or may never read its answers. */
  tell(line: string): void {
    this.waiting = false;
    try {
      // To wait for one client would be to keep all others waiting.
      this.conn.sendall(
        codecs.encode(`${line}\n`, "utf-8"),
        socket.MSG_DONTWAIT,
      );
    } catch (error) {
      this.#lose(error);
    }
  }

  #lose(error: unknown): void {
    if (!(error instanceof OSError)) throw error;
    this.left = true;
    this.#unread = "";
  }
}

/** Lets the next client in, if there is room; returns how many there may be. */
export function accept(server: socket.Socket, peers: Peer[]): number {
  try {
    peers.push(new Peer(server.accept()[0]));
  } catch (error) {
    const isFull = error instanceof OSError && error.code === "EMFILE";
    if (!isFull || peers.length === 0) throw error;
    return peers.length; // the others wait until one of these leaves
  }
  return MOST;
}
