/**
 * Who said what, in the order of time: what every failure prints.
 */
import { Excerpt, excerpt } from "./excerpt.ts";

/** `>` we say to them, `<` they say to us, `!` they say on stderr, a space for what happened. */
type Mark = ">" | "<" | "!" | " ";

interface Entry {
  readonly at: number;
  readonly who: string;
  readonly mark: Mark;
  readonly text: Excerpt | string;
}

/** How many entries are kept of the beginning and of the end. */
const FIRST = 100;
const LAST = 200;

/** How many lines are printed of one entry's beginning and end. */
const LINES = 20;

/** More bytes than this are counted: so many can still be seen at a glance. */
const LONG = 100;

export class Conversation {
  readonly #began = performance.now();
  readonly #first: Entry[] = [];
  readonly #last: Entry[] = [];
  #cut = 0;
  #newest: Entry | undefined;

  /** Bytes that passed. What the same one says without interruption is one entry. */
  said(who: string, mark: Mark, bytes: Uint8Array): void {
    const newest = this.#newest;
    if (newest?.who === who && newest.mark === mark && newest.text instanceof Excerpt) {
      newest.text.push(bytes);
      return;
    }
    const text = new Excerpt();
    text.push(bytes);
    this.#add({ at: performance.now(), who, mark, text });
  }

  /** A datagram: it has its bounds, and stays an entry of its own; the size of a long one tells most. */
  datagram(who: string, mark: Mark, bytes: Uint8Array): void {
    const { length } = bytes;
    const size = length === 0 ? "(no bytes)" : length > LONG ? `(${length} bytes) ` : "";
    const text = size + excerpt(bytes);
    this.#add({ at: performance.now(), who, mark, text });
  }

  /** What is said next is an entry of its own, whoever says it: it was said apart. */
  pause(): void {
    this.#newest = undefined;
  }

  /** Something that happened: a start, a connection, an end. */
  happened(who: string, text: string): void {
    this.#add({ at: performance.now(), who, mark: " ", text });
  }

  #add(entry: Entry): void {
    this.#newest = entry;
    if (this.#first.length < FIRST) {
      this.#first.push(entry);
      return;
    }
    this.#last.push(entry);
    if (this.#last.length > LAST) {
      this.#last.shift();
      this.#cut += 1;
    }
  }

  /** One line an utterance: milliseconds since the beginning, who, the direction, the bytes escaped. */
  toString(): string {
    const entries = [...this.#first, ...this.#last];
    if (entries.length === 0) return "Nothing was said.";
    const width = Math.max(...entries.map(({ who }) => who.length));
    const show = (entry: Entry): string => this.#show(entry, width);
    return [
      "The conversation (ms, who, > to it, < from it, ! its stderr):",
      ...this.#first.map(show),
      ...(this.#cut > 0 ? [`  … ${this.#cut} utterances cut …`] : []),
      ...this.#last.map(show),
    ].join("\n");
  }

  #show({ at, who, mark, text }: Entry, width: number): string {
    const time = (at - this.#began).toFixed(0).padStart(6);
    // A newline is escaped; a backslash before an n is two of them.
    const lines = text.toString().split(/(?<=(?<!\\)(?:\\\\)*\\n)(?!$)/);
    const cut = lines.length - 2 * LINES;
    if (cut > 0) lines.splice(LINES, cut, `… ${cut} lines cut …`);
    return lines
      .map((line, at) => `${at === 0 ? time : " ".repeat(6)}  ${who.padEnd(width)} ${mark} ${line}`)
      .join("\n");
  }
}
