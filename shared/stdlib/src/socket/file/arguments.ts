/** Checking what the calls of files take, with the words of Python's io. */
import { pythonType } from "../../builtins/types.ts";

/** How much a read asks for: a whole number, or Python's None, which is -1. @throws TypeError */
export function sizeOrNone(value: unknown): number {
  if (value === null) return -1;
  if (typeof value === "boolean") return Number(value);
  if (typeof value === "number" && Number.isInteger(value)) return value;
  throw new TypeError(`argument should be integer or None, not '${pythonType(value)}'`);
}

/** Bytes for `readinto` to write into. @throws TypeError */
export function writable(value: unknown): Uint8Array {
  if (value instanceof Uint8Array) return value;
  const given = value === null || value === undefined ? "None" : pythonType(value);
  throw new TypeError(`readinto() argument must be read-write bytes-like object, not ${given}`);
}
