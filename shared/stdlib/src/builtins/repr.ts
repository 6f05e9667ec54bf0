/**
 * Values as Python writes them.
 *
 * JavaScript has one kind of number where Python has two: a whole number that is exact (up to 2⁵³) is
 * written as an int, any other as a float. An array is written as a tuple, because that is what Python's
 * socket module returns where ours returns an array.
 */
import { inspect } from "node:util";
import { escapeCharacter } from "./escape.ts";

/** Characters that Python writes as escapes: everything that is not printable, by Node's Unicode tables. */
const UNPRINTABLE = /[\p{C}\p{Z}]/u;

/**
 * A value as `print` shows it: text as it is, anything else as `repr` has it.
 *
 * @example str("a") is a; str(["127.0.0.1", 2121]) is ('127.0.0.1', 2121)
 */
export function str(value: unknown): string {
  if (typeof value === "string") return value;
  return value instanceof Error ? value.message : repr(value);
}

/**
 * A value as it would stand in a Python program: 'text', b'bytes', 1, 1.5, True, None, ('a', 1).
 *
 * An object with a `toString` of its own is written by it, any other as `node:util` shows it.
 */
export function repr(value: unknown): string {
  switch (typeof value) {
    case "string":
      return reprText(value);
    case "number":
      return reprNumber(value);
    case "bigint":
      return String(value);
    case "boolean":
      return value ? "True" : "False";
    case "undefined":
      return "None";
    default:
      return reprObject(value);
  }
}

function reprObject(value: unknown): string {
  if (value === null) return "None";
  if (value instanceof Uint8Array) return reprBytes(value);
  if (Array.isArray(value)) {
    const items = value.map(repr).join(", ");
    return value.length === 1 ? `(${items},)` : `(${items})`;
  }
  if (value instanceof Error) {
    return value.message === "" ? `${value.name}()` : `${value.name}(${repr(value.message)})`;
  }
  // eslint-disable-next-line typescript/no-base-to-string -- objects without a text of their own are told apart below
  const text = String(value);
  return text.startsWith("[object ") ? inspect(value) : text;
}

/** Single quotes, unless the text has some and has no double ones. */
function quoteFor(text: string): "'" | '"' {
  return text.includes("'") && !text.includes('"') ? '"' : "'";
}

function reprText(text: string): string {
  const quote = quoteFor(text);
  let out = quote as string;
  for (const character of text) {
    if (character === quote || character === "\\") out += `\\${character}`;
    else if (character === "\n") out += "\\n";
    else if (character === "\r") out += "\\r";
    else if (character === "\t") out += "\\t";
    else if (character !== " " && UNPRINTABLE.test(character)) out += escapeCharacter(character);
    else out += character;
  }
  return out + quote;
}

function reprBytes(bytes: Uint8Array): string {
  const quote = quoteFor(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1"),
  );
  let out = `b${quote}`;
  for (const byte of bytes) {
    const character = String.fromCharCode(byte);
    if (character === quote || character === "\\") out += `\\${character}`;
    else if (character === "\n") out += "\\n";
    else if (character === "\r") out += "\\r";
    else if (character === "\t") out += "\\t";
    else if (byte < 0x20 || byte > 0x7e) out += `\\x${byte.toString(16).padStart(2, "0")}`;
    else out += character;
  }
  return out + quote;
}

function reprNumber(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  if (Number.isSafeInteger(value)) return Object.is(value, -0) ? "-0.0" : String(value);
  const [, sign = "", whole = "", part = "", power = "0"] =
    /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(value.toExponential()) ?? [];
  const digits = whole + part;
  const exponent = Number(power);
  if (exponent < -4 || exponent >= 16) {
    const small = Math.abs(exponent).toString().padStart(2, "0");
    return `${sign}${whole}${part && `.${part}`}e${exponent < 0 ? "-" : "+"}${small}`;
  }
  if (exponent < 0) return `${sign}0.${"0".repeat(-exponent - 1)}${digits}`;
  const padded = digits.padEnd(exponent + 1, "0");
  return `${sign}${padded.slice(0, exponent + 1)}.${padded.slice(exponent + 1) || "0"}`;
}
