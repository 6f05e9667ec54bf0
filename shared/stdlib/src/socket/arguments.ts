/**
 * Checking arguments, with CPython's own words when one is refused.
 *
 * koffi would cut a number to 32 bits and read past the end of a buffer, so nothing gets to it unchecked.
 */
import { pythonType } from "../builtins/types.ts";
import { OverflowError, ValueError } from "../exceptions/values.ts";

/**
 * A C int.
 *
 * @throws TypeError for anything but a whole number; also for NaN, which is what a constant is that this
 *   platform lacks
 * @throws OverflowError for one of more than 32 bits
 */
export function int(value: unknown): number {
  if (typeof value === "number" && (value | 0) === value) return value;
  if (typeof value === "boolean") return Number(value);
  if (Number.isNaN(value)) {
    throw new TypeError("not a number: perhaps a constant that this platform does not have");
  }
  if (typeof value !== "number" || !Number.isInteger(value)) {
    throw new TypeError(`'${pythonType(value)}' object cannot be interpreted as an integer`);
  }
  if (!Number.isSafeInteger(value)) {
    throw new OverflowError("Python int too large to convert to C int");
  }
  throw new OverflowError(
    value > 0 ? "signed integer is greater than maximum" : "signed integer is less than minimum",
  );
}

/** An unsigned C int: of a number that has more than 32 bits the lowest 32, as CPython takes it. */
export function unsigned(value: unknown): number {
  if (typeof value !== "number" || !Number.isInteger(value)) return int(value);
  return Number(BigInt.asUintN(32, BigInt(value)));
}

/** A count of bytes, which may still be negative. */
export function size(value: unknown): number {
  return Number.isSafeInteger(value) ? (value as number) : int(value);
}

/** Bytes: a Buffer, or what else lies in an ArrayBuffer. */
export function bytes(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  if (ArrayBuffer.isView(value)) return bytesOf(value);
  throw new TypeError(`a bytes-like object is required, not '${pythonType(value)}'`);
}

/** Bytes to write into. */
export function writable(value: unknown, caller: string): Uint8Array {
  if (value instanceof Uint8Array) return value;
  if (ArrayBuffer.isView(value)) return bytesOf(value);
  throw mustBe(`${caller}() argument 1`, "read-write bytes-like object", value);
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/**
 * A text. koffi would take a number for the address of one.
 *
 * @param what which argument of which function, for the error's text
 * @param kinds what CPython says that it takes there
 */
export function text(value: unknown, what: string, kinds = "str"): string {
  if (typeof value === "string") return value;
  throw mustBe(what, kinds, value);
}

/** A text that C can take: it would read another up to its first null character. @throws ValueError */
export function withoutNull(text: string): string {
  if (text.includes("\0")) throw new ValueError("embedded null character");
  return text;
}

function mustBe(what: string, kinds: string, value: unknown): TypeError {
  const given = value === null || value === undefined ? "None" : pythonType(value);
  return new TypeError(`${what} must be ${kinds}, not ${given}`);
}
