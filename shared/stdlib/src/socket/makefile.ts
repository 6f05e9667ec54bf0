/** Sockets as files. */
import { repr } from "../builtins/repr.ts";
import type { Errors } from "../codecs.ts";
import { codecNamed } from "../codecs/registry.ts";
import { ValueError } from "../exceptions/values.ts";
import { BytesFile } from "./file/bytes.ts";
import { checkNewline, type Newline } from "./file/newlines.ts";
import { RawFile, type Source } from "./file/raw.ts";
import { TextFile } from "./file/text.ts";

export { BytesFile } from "./file/bytes.ts";
export { TextFile } from "./file/text.ts";

/** How a file is opened: to read, to write, or both; with "b" as bytes. */
export type FileMode = "r" | "w" | "rw" | "rb" | "wb" | "rwb";

/** A file of bytes where the mode has a "b", else of text. */
export type SocketFile<M extends FileMode> = M extends `${string}b` ? BytesFile : TextFile;

/** Python's keyword arguments of makefile. */
export interface FileOptions {
  /**
   * Bytes that may wait to be sent; -1 for 8192; 0 (files of bytes only) sends each write at once, and reads
   * nothing ahead.
   */
  readonly buffering?: number;
  /** The encoding of text; utf-8 unless given. */
  readonly encoding?: string;
  /** What to do about what cannot be decoded or encoded; "strict" unless given. */
  readonly errors?: Errors;
  /** Line ends in text; null, which reads any of them as "\n", unless given. */
  readonly newline?: Newline;
}

/** Opens a file over a socket; see Socket.makefile. */
export function makefile<M extends FileMode>(
  socket: Source,
  mode: M,
  options: FileOptions = {},
): SocketFile<M> {
  const { buffering = -1, encoding = "utf-8", errors = "strict", newline = null } = options;
  if (!/^[rwb]*$/.test(mode)) {
    throw new ValueError(`invalid mode ${repr(mode)} (only r, w, b allowed)`);
  }
  const writes = mode.includes("w");
  const binary = mode.includes("b");
  if (buffering === 0 && !binary) throw new ValueError("unbuffered streams must be binary");
  if (!binary) {
    // What is wrong is refused before a file holds the socket open.
    checkNewline(newline);
    codecNamed(encoding);
  }
  const room = buffering < 0 ? 8192 : buffering;
  const bytes = new BytesFile(new RawFile(socket), mode.includes("r") || !writes, writes, room);
  return (binary ? bytes : new TextFile(bytes, encoding, errors, newline)) as SocketFile<M>;
}
