/**
 * Lines out of a stream of bytes, for those who watch: whole characters, however the bytes are cut.
 */
import { StringDecoder } from "node:string_decoder";

/** A longer line is told in pieces of about this many characters. */
const LONGEST = 64 * 1024;

export class Lines {
  readonly #decoder = new StringDecoder("utf8");
  readonly #tell: (line: string) => void;
  #rest = "";

  constructor(tell: (line: string) => void) {
    this.#tell = tell;
  }

  push(bytes: Buffer): void {
    const lines = (this.#rest + this.#decoder.write(bytes)).split("\n");
    this.#rest = lines.pop() ?? "";
    for (const line of lines) this.#tell(line);
    if (this.#rest.length > LONGEST) this.flush();
  }

  /** Tells what has no newline yet: a prompt that now waits for its answer. */
  flush(): void {
    if (this.#rest !== "") this.#tell(this.#rest);
    this.#rest = "";
  }

  /** Nothing more comes; half a character at the end shows as one that could not be read. */
  finish(): void {
    this.#rest += this.#decoder.end();
    this.flush();
  }
}
