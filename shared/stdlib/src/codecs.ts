/**
 * Python's codecs: text to bytes and back, strict unless told otherwise.
 *
 * Python's `text.encode("utf-8")` is `codecs.encode(text, "utf-8")` here, and `data.decode("utf-8")` is
 * `codecs.decode(data, "utf-8")`. Node's own `toString("utf8")` never fails: it puts U+FFFD where
 * something is wrong, so that nobody learns of it.
 */
import { pythonType } from "./builtins/types.ts";
import { decodeWith, encodeWith, type Errors } from "./codecs/errors.ts";
import { IncrementalDecoder } from "./codecs/incremental.ts";
import { codecNamed } from "./codecs/registry.ts";

export { IncrementalDecoder } from "./codecs/incremental.ts";
export type { Errors } from "./codecs/errors.ts";

/**
 * Text to bytes.
 *
 * @param encoding utf-8, ascii, latin-1, utf-16, utf-16-le, utf-16-be, gbk, gb18030, big5, or another name of theirs
 * @throws UnicodeEncodeError for a character that the encoding lacks; LookupError for an unknown encoding
 */
export function encode(text: string, encoding = "utf-8", errors: Errors = "strict"): Buffer {
  const codec = codecNamed(encoding);
  if (typeof text !== "string") {
    throw new TypeError(`encode() argument 'str' must be str, not ${pythonType(text)}`);
  }
  return encodeWith(codec, text, errors);
}

/**
 * Bytes to text.
 *
 * @throws UnicodeDecodeError with the place and the reason; LookupError for an unknown encoding
 */
export function decode(data: Uint8Array, encoding = "utf-8", errors: Errors = "strict"): string {
  const codec = codecNamed(encoding);
  if (!(data instanceof Uint8Array)) {
    throw new TypeError(`a bytes-like object is required, not '${pythonType(data)}'`);
  }
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return decodeWith(codec, bytes, errors, true)[0];
}

/**
 * Makes decoders for a stream, whose reads may end within a character.
 *
 * @returns a function, as Python returns a class: `const decoder = getincrementaldecoder("utf-8")()`
 */
export function getincrementaldecoder(encoding: string): (errors?: Errors) => IncrementalDecoder {
  const codec = codecNamed(encoding);
  return (errors = "strict") => new IncrementalDecoder(codec, errors);
}
