/**
 * A peer that the test plays: one end of a TCP or Unix stream connection.
 */
import { type Socket } from "node:net";
import { Ear } from "./ear.ts";
import { CallSite } from "./failure.ts";
import * as looks from "./looks.ts";
import type { Participant, Stage, Within } from "./stage.ts";

export interface ConnectionOptions extends Within {
  /** How the conversation calls this peer; `peer` unless told. */
  name?: string;
  /**
   * How many bytes it reads before they are expected; 4 MiB unless told. A peer with 0 reads only while
   * it expects something: the kernel's buffers fill, and the other side's writes wait.
   */
  ahead?: number;
}

export class Connection implements Participant {
  readonly name: string;
  readonly #stage: Stage;
  readonly #socket: Socket;
  readonly #ear: Ear;
  readonly #within: Within;

  /** @param socket connected, opened with `allowHalfOpen` and not reading yet */
  constructor(stage: Stage, name: string, socket: Socket, options: ConnectionOptions) {
    this.name = name;
    this.#stage = stage;
    this.#socket = socket;
    this.#within = options.within === undefined ? {} : { within: options.within };
    this.#ear = new Ear(stage, name, options.ahead);
    stage.enter(this);
    socket.on("data", (chunk: Buffer) => {
      stage.conversation.said(name, "<", chunk);
      this.#tell("received", chunk);
      this.#ear.inbox.push(chunk);
      this.#readOrRest();
    });
    socket.on("end", () => {
      stage.conversation.happened(name, "reads the end");
      this.#ear.inbox.finish({ how: "end" });
    });
    socket.on("error", ({ code = "ECONNRESET" }: NodeJS.ErrnoException) => {
      stage.conversation.happened(name, `finds its connection broken: ${code}`);
      this.#ear.inbox.finish({ how: "reset", code });
    });
    this.#readOrRest();
  }

  /** This end's port; undefined for a Unix socket. */
  get port(): number | undefined {
    return this.#socket.localPort;
  }

  /** The other end's port; undefined for a Unix socket. */
  get remotePort(): number | undefined {
    return this.#socket.remotePort;
  }

  /**
   * Sends all of it.
   *
   * @returns when the kernel has taken it; also when the connection is broken, which the next expectation
   *   finds, for when a write notices that is a matter of luck
   * @throws {Failure} when the other side does not read and the deadline passes
   */
  send(message: string | Uint8Array, within?: Within): Promise<void> {
    const bytes = Buffer.from(message);
    this.#stage.conversation.said(this.name, ">", bytes);
    this.#tell("sent", bytes);
    const socket = this.#socket;
    return this.#stage.wait(
      { ...this.#within, ...within },
      new CallSite(),
      (done) => {
        if (socket.writable) socket.write(bytes, () => done(undefined));
        else queueMicrotask(() => done(undefined));
        return () => {};
      },
      (why) =>
        `${this.name}: could not send ${bytes.length} bytes: the other side does not read (${why})`,
    );
  }

  /**
   * Expects exactly these bytes next, or a match in what has come. A match takes everything up to its end;
   * it is tried whenever something comes, so let it end on what marks the message's end. A failure calls
   * it by `what`, as it stands in a sentence: `the head of a 200 answer`; without one, it shows the pattern.
   */
  expect(expected: string | Uint8Array, within?: Within): Promise<Buffer>;
  expect(expected: RegExp, options?: Within & { what?: string }): Promise<RegExpExecArray>;
  expect(
    expected: string | Uint8Array | RegExp,
    { what, ...within }: Within & { what?: string } = {},
  ): Promise<Buffer | RegExpExecArray> {
    const from = new CallSite();
    if (expected instanceof RegExp) return this.#expect(looks.match(expected, what), within, from);
    return this.#expect(looks.bytes(expected), within, from);
  }

  /** Expects the other side to have ended its direction, with nothing unread before it. */
  expectEnd(within?: Within): Promise<void> {
    return this.#expect(looks.end(), within, new CallSite());
  }

  /** Expects a reset (RST), whatever came before it; for a Unix socket, its like. */
  expectReset(within?: Within): Promise<void> {
    return this.#expect(looks.reset(), within, new CallSite());
  }

  /**
   * Expects the connection to be over, by an end or a reset, whatever came before it: what a process that
   * is killed leaves is one or the other.
   */
  expectOver(within?: Within): Promise<void> {
    return this.#expect(looks.over(), within, new CallSite());
  }

  /** Half-close: nothing more to say, still listening. shutdown(2), SHUT_WR. */
  end(): void {
    this.#stage.conversation.happened(this.name, "ends its direction");
    this.#socket.end();
  }

  /**
   * Breaks the connection off: RST instead of FIN, what is still to be sent is lost. TCP only.
   *
   * @throws {Error} on a Unix socket, which has no reset
   */
  reset(): void {
    this.#stage.conversation.happened(this.name, "resets the connection");
    this.#socket.resetAndDestroy();
  }

  /** close(2): both directions at once. With unread bytes in the kernel, TCP makes it a reset. */
  close(): void {
    if (this.#socket.destroyed) return;
    this.#stage.conversation.happened(this.name, "closes");
    this.#socket.destroy();
  }

  leave(): void {
    this.#socket.destroy();
  }

  async #expect<T>(
    what: looks.Expectation<T>,
    within: Within | undefined,
    from: CallSite,
  ): Promise<T> {
    const found = this.#ear.expect(what, { ...this.#within, ...within }, from);
    this.#readOrRest();
    try {
      return await found;
    } finally {
      this.#readOrRest();
    }
  }

  #readOrRest(): void {
    if (this.#ear.inbox.full) this.#socket.pause();
    else this.#socket.resume();
  }

  #tell(stream: "sent" | "received", bytes: Buffer): void {
    this.#stage.audience.onLine?.({
      name: this.name,
      role: "peer",
      stream,
      text: bytes.toString(),
    });
  }
}
