/**
 * What is thrown when a program, or a peer, does not do what was expected of it.
 */

/**
 * The message is long on purpose: it holds the whole conversation. The stack points at the line of the
 * test that expected, although the failure happens later, in some event.
 */
export class Failure extends Error {
  override readonly name = "Failure";

  /** What was expected, and what came instead, without the conversation. */
  readonly what: string;
  readonly conversation: string;

  constructor(what: string, conversation: string, from: CallSite) {
    super(`${what}\n\n${conversation}`);
    this.what = what;
    this.conversation = conversation;
    this.stack = `${this.name}: ${this.message}\n${from.frames}`;
  }
}

/** Frames of the harness itself, which tell a reader of tests nothing. */
const OURS = /[/\\]test-harness[/\\]src[/\\]/;

/** Where an expectation is made: the innermost caller that is not the harness. */
export class CallSite {
  // To take the frames is cheap, to write them out is not: most expectations never fail.
  readonly #error = new Error();

  get frames(): string {
    const [, ...frames] = this.#error.stack?.split("\n") ?? [];
    return frames.filter((frame) => !OURS.test(frame)).join("\n");
  }
}
