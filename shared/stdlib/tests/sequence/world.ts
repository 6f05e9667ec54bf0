/** What a random program has made so far: enough to write lines that make sense and never wait for long. */
import type { Kind } from "../differential/kinds.ts";

/** Two sockets of one description, after `dup`, block or do not block together (fcntl(2)). */
interface Description {
  blocks: boolean;
}

/** A socket that the program has a name for. It may be closed by now: that is tried, too. */
export interface Known {
  readonly name: string;
  readonly kind: Kind;
  readonly description: Description;
  /** Nobody has closed it: what is done to it has an effect. */
  open: boolean;
  /** A timeout of a millisecond is set, as files need it. */
  patient: boolean;
}

/** A file of `makefile`. */
export interface KnownFile {
  readonly name: string;
  readonly of: Known;
  readonly binary: boolean;
}

/** The program as far as it is written. */
export class World {
  readonly lines: string[] = [];
  readonly sockets: Known[] = [];
  readonly files: KnownFile[] = [];
  #count = 0;

  /** A name that is not in use. */
  fresh(stem: string): string {
    this.#count += 1;
    return `${stem}${this.#count}`;
  }

  /**
   * Takes note of a socket, and makes sure that it never waits.
   *
   * @param from the socket whose description it has, if it has another's
   */
  adopt(name: string, kind: Kind, from?: Known): void {
    const description = from?.description ?? { blocks: false };
    const known: Known = { name, kind, description, open: from?.open ?? true, patient: false };
    this.sockets.push(known);
    this.#settimeout(known, "0");
    // Nagle's algorithm (tcp(7)) would hold bytes back for a time that nobody can foresee.
    if (kind.stream && kind.internet) {
      this.lines.push(`${name}.setsockopt(IPPROTO_TCP, TCP_NODELAY, 1)`);
    }
  }

  /** Makes a socket wait for a millisecond at most, before a call that has no flag to say so. */
  hurry(known: Known): void {
    if (known.patient && !known.description.blocks) return;
    this.#settimeout(known, "0.001");
    known.patient = true;
  }

  #settimeout(known: Known, seconds: string): void {
    this.lines.push(`${known.name}.settimeout(${seconds})`);
    if (known.open) known.description.blocks = false;
  }

  /** Sockets of the same family and type: only they have addresses for each other. */
  alike(known: Known): Known[] {
    return this.sockets.filter(({ kind }) => kind.socket === known.kind.socket);
  }
}
