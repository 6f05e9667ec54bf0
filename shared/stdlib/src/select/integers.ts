/** Integers as this module's functions take them, with CPython's words when one is refused. */
import { pythonType } from "../builtins/types.ts";
import { OverflowError, ValueError } from "../exceptions/values.ts";

function whole(value: unknown, refusal: (type: string) => string): number {
  if (typeof value === "number" && Number.isInteger(value)) return value;
  if (typeof value === "boolean") return Number(value);
  if (Number.isNaN(value)) {
    throw new TypeError("not a number: perhaps a constant that this platform does not have");
  }
  throw new TypeError(refusal(pythonType(value)));
}

const notAnInteger = (type: string): string =>
  `'${type}' object cannot be interpreted as an integer`;

/** A C int, such as a count. @throws OverflowError for more than 32 bits */
export function int(value: unknown): number {
  const number = whole(value, notAnInteger);
  if ((number | 0) === number) return number;
  throw new OverflowError("Python int too large to convert to C int");
}

/** poll's events: 16 bits without a sign. @throws ValueError when negative, OverflowError beyond 65535 */
export function unsignedShort(value: unknown): number {
  const number = whole(value, () => "an integer is required");
  if (number < 0) throw new ValueError("value must be positive");
  if (number > 0xffff) throw new OverflowError("Python int too large for C unsigned short");
  return number;
}

/** epoll's events: 32 bits. `EPOLLIN | EPOLLET` is negative in JavaScript, and the same bits. */
export function bits(value: unknown): number {
  return whole(value, notAnInteger) >>> 0;
}
