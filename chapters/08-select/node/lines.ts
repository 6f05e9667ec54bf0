/** The lines in a stream of bytes. */

/** Bytes that a line may have: a longer one is cut into several. */
const LONGEST = 65536;

/**
 * Takes what is read from one peer, and gives back what makes a line of it.
 *
 * Until a newline has come, each read is a line, as the notes have it. From then on
 * the peer is known to end its lines, and a read may bring several, or a part of one.
 */
export class Lines {
  #rest = Buffer.alloc(0);
  #byNewline = false;

  /** The lines that are whole now, but for empty ones; without data, the rest, too. */
  feed(data: Buffer): Buffer[] {
    this.#byNewline ||= data.includes("\n");
    const lines: Buffer[] = [];
    let all = Buffer.concat([this.#rest, data]);
    for (let end; (end = all.indexOf("\n")) >= 0; all = all.subarray(end + 1)) {
      lines.push(all.subarray(0, end));
    }
    const isOpen = data.length > 0 && this.#byNewline && all.length < LONGEST;
    if (!isOpen) lines.push(all);
    this.#rest = isOpen ? all : Buffer.alloc(0);
    return lines.filter((line) => line.length > 0);
  }
}
