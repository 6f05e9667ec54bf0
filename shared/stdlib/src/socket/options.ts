/** Reading and setting options (setsockopt(2), socket(7), tcp(7), ip(7)). */
import { pythonType } from "../builtins/types.ts";
import { OSError } from "../exceptions/os-error.ts";
import * as calls from "../libc/calls.ts";
import { failure } from "../libc/failure.ts";
import { errno } from "../libc/native.ts";
import { int } from "./arguments.ts";

/** The longest value that Python asks for. */
const LONGEST = 1024;

const whole = Buffer.alloc(4);
const length = new Uint32Array(1);

/** Sets an option to a C int, or to the bytes of a C struct. */
export function setOption(
  fd: number,
  level: number,
  option: number,
  value: number | boolean | Uint8Array,
): void {
  const checkedLevel = int(level);
  const checkedOption = int(option);
  const bytes = optionBytes(value);
  if (calls.setsockopt(fd, checkedLevel, checkedOption, bytes, bytes.length) === 0) return;
  throw failure("setsockopt", errno());
}

function optionBytes(value: number | boolean | Uint8Array): Uint8Array {
  if (value instanceof Uint8Array) return value;
  const number = Number(value);
  if ((typeof value !== "number" && typeof value !== "boolean") || (number | 0) !== number) {
    throw new TypeError(`a bytes-like object is required, not '${pythonType(value)}'`);
  }
  whole.writeInt32LE(number, 0);
  return whole;
}

/** An option that is a C int. */
export function intOption(fd: number, level: number, option: number): number {
  length[0] = 4;
  whole.fill(0);
  if (calls.getsockopt(fd, int(level), int(option), whole, length) === 0) {
    return whole.readInt32LE(0);
  }
  throw failure("getsockopt", errno());
}

/** As many bytes of an option as the system has, at most `room`. */
export function bytesOption(fd: number, level: number, option: number, room: number): Buffer {
  const most = int(room);
  if (most <= 0 || most > LONGEST) throw new OSError("getsockopt buflen out of range");
  const value = Buffer.alloc(most);
  length[0] = most;
  if (calls.getsockopt(fd, int(level), int(option), value, length) === 0) {
    return value.subarray(0, length[0]);
  }
  throw failure("getsockopt", errno());
}
