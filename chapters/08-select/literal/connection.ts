/** A client, as a server has it that must never wait for one of many. */
import { BlockingIOError, OSError, print } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import type * as socket from "@netnotes/stdlib/socket";
import { Lines } from "./lines.ts";

/** Bytes of replies that a client has not taken: with so many it is not read. */
const FULL = 65536;

/** One client: its socket, and what is unfinished in either direction. */
export class Connection {
  readonly sock: socket.Socket;
  readonly addr: socket.InetAddress;
  readonly decoder = codecs.getincrementaldecoder("utf-8")("replace");
  readonly lines = new Lines();
  replies: Buffer = Buffer.alloc(0);
  ended = false;
  #lost = false;

  constructor(sock: socket.Socket, addr: socket.InetAddress) {
    sock.setblocking(false);
    this.sock = sock;
    this.addr = addr;
  }

  /** What select, poll and epoll ask everything for that they watch. */
  fileno(): number {
    return this.sock.fileno();
  }

  /** Has it told so much more, as soon as it takes it. */
  tell(reply: string): void {
    this.replies = Buffer.concat([this.replies, codecs.encode(reply, "utf-8")]);
  }

  /** Whether to read from it: it may say more, and takes its replies. */
  reads(): boolean {
    return !this.ended && this.replies.length < FULL;
  }

  /** Whether there is something to write. */
  writes(): boolean {
    return this.replies.length > 0;
  }

  /** Whether nothing is left to do but to close it. */
  isOver(): boolean {
    return this.#lost || (this.ended && this.replies.length === 0);
  }

  /** What it says: nothing when it is silent, has ended, or is lost. */
  receive(size: number): Buffer {
    let data: Buffer = Buffer.alloc(0);
    try {
      data = this.sock.recv(size);
      this.ended = data.length === 0;
    } catch (error) {
      this.#failed(error);
    }
    return data;
  }

  /** Sends as much as the kernel takes. */
  reply(): void {
    try {
      const sent = this.sock.send(this.replies);
      this.replies = this.replies.subarray(sent);
    } catch (error) {
      this.#failed(error);
    }
  }

  /** Gives it up: no other client has to suffer for it. */
  lose(reason: string): void {
    if (!this.#lost) print("lost", this.addr, reason);
    this.ended = this.#lost = true;
  }

  #failed(error: unknown): void {
    if (!(error instanceof OSError)) throw error;
    if (!(error instanceof BlockingIOError)) this.lose(String(error.code));
  }
}

/** Closes who has said all and heard all, or is lost; returns the others. */
export function closeThoseOver(connections: Connection[]): Connection[] {
  for (const conn of connections) if (conn.isOver()) conn.sock.close();
  return connections.filter((conn) => !conn.isOver());
}
