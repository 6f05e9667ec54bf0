/** What is done about what cannot be encoded or decoded. */
import { characterCount } from "../builtins/characters.ts";
import { LookupError } from "../exceptions/values.ts";
import { UnicodeDecodeError, UnicodeEncodeError } from "../exceptions/unicode.ts";
import type { Codec } from "./codec.ts";

/** "strict" throws, "ignore" leaves it out, "replace" puts U+FFFD (decoding) or "?" (encoding). */
export type Errors = "strict" | "ignore" | "replace";

/** Encodes a text, dealing with what the encoding lacks. */
export function encodeWith(codec: Codec, text: string, errors: Errors): Buffer {
  let kept = "";
  let from = 0;
  for (let lack = codec.lack(text, 0); lack !== undefined; lack = codec.lack(text, from)) {
    const wrong = text.slice(lack.start, lack.end);
    if (errors === "strict") {
      const start = characterCount(text.slice(0, lack.start));
      throw new UnicodeEncodeError(codec.name, text, wrong, start, lack.reason);
    }
    kept += text.slice(from, lack.start);
    if (replaces(errors)) kept += "?".repeat(characterCount(wrong));
    from = lack.end;
  }
  const encoded = codec.encode(from === 0 ? text : kept + text.slice(from));
  return codec.mark === undefined ? encoded : Buffer.concat([codec.mark, encoded]);
}

/**
 * Decodes bytes, dealing with what is wrong in them.
 *
 * @param final whether nothing follows
 * @returns the text, and how many bytes it took: fewer than all only when not final
 */
export function decodeWith(
  codec: Codec,
  bytes: Buffer,
  errors: Errors,
  final: boolean,
): [text: string, taken: number] {
  let { text, end, fault } = codec.decode(bytes, 0, final);
  while (fault !== undefined) {
    if (errors === "strict") {
      const name = codec.nameFor?.(bytes) ?? codec.name;
      throw new UnicodeDecodeError(name, bytes, fault.start, fault.end, fault.reason);
    }
    if (replaces(errors)) text += "\ufffd";
    const next = codec.decode(bytes, fault.end, final);
    text += next.text;
    ({ end, fault } = next);
  }
  return [text, end];
}

function replaces(errors: Errors): boolean {
  if (errors === "replace") return true;
  if (errors === "ignore") return false;
  throw new LookupError(`unknown error handler name '${String(errors)}'`);
}
