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

  /** The lines that are whole now, without empty ones; at the end, the rest, too. */
  feed(data: Buffer, ended: boolean): Buffer[] {
    this.#byNewline ||= data.includes("\n");
    const lines: Buffer[] = [];
    let rest = Buffer.concat([this.#rest, data]);
    for (let end; (end = rest.indexOf("\n")) >= 0;) {
      lines.push(rest.subarray(0, end));
      rest = rest.subarray(end + 1);
    }
    const isOpen = this.#byNewline && !ended && rest.length < LONGEST;
    this.#rest = isOpen ? rest : Buffer.alloc(0);
    if (!isOpen) lines.push(rest);
    return lines.filter((line) => line.length > 0);
  }
}
