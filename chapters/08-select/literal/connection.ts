/** A client, as a server has it that must never wait for one of many. */
import fs from "node:fs";
import { BlockingIOError, OSError, print } from "@netnotes/stdlib/builtins";
import * as codecs from "@netnotes/stdlib/codecs";
import type * as socket from "@netnotes/stdlib/socket";

/** Bytes of replies that a client has not taken: with so many it is not read any more. */
const FULL = 65536;

/** Given up for a moment when there is no descriptor left: see turnAway. */
let spare = fs.openSync("/dev/null", "r");

/**
 * The next client; undefined when it has left already, or there is no room for it.
 *
 * @param end where the descriptors end that can be waited for
 */
export function accept(
  server: socket.Socket,
  end = Infinity,
): Connection | undefined {
  let sock: socket.Socket, addr: socket.InetAddress;
  try {
    [sock, addr] = server.accept();
  } catch (error) {
    if (!(error instanceof OSError)) throw error;
    if (error.code === "EMFILE") turnAway(server);
    return undefined;
  }
  if (sock.fileno() >= end) {
    print("turned away", addr, `no descriptor below ${end} is free`);
    sock.close();
    return undefined;
  }
  return new Connection(sock, addr);
}

/** Lets a client in and out again. Left in the queue, it would be ready for ever. */
function turnAway(server: socket.Socket): void {
  fs.closeSync(spare);
  try {
    const [sock, addr] = server.accept();
    print("turned away", addr, "EMFILE");
    sock.close();
  } catch (error) {
    // it has left, or somebody else took the descriptor
    if (!(error instanceof OSError)) throw error;
  }
  spare = fs.openSync("/dev/null", "r");
}

/** One client: its socket, and the replies that it has not taken yet. */
export class Connection {
  readonly sock: socket.Socket;
  readonly addr: socket.InetAddress;
  readonly decoder = codecs.getincrementaldecoder("utf-8")("replace");
  replies = Buffer.alloc(0);
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

  /** What it says; nothing at its end, when it is lost, and when it says nothing. */
  receive(size: number): Buffer {
    let data = Buffer.alloc(0);
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
    if (!(error instanceof BlockingIOError)) this.lose(error.code);
  }
}
