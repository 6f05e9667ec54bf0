/** A call that tells on stderr what it does. */
import { ownName } from "../builtins/program.ts";
import { writeAll } from "../libc/console.ts";
import { constants } from "../libc/constants.ts";
import { errno, native, restoreErrno } from "../libc/native.ts";
import { line, waitingLine } from "./line.ts";
import { shapes, type Argument, type Shape } from "./shapes.ts";

type Call = (...args: Argument[]) => number;

const { F_GETFL, MSG_DONTWAIT, O_NONBLOCK, POLLIN, POLLOUT } = constants;
const poll: (fds: Int32Array, count: number, timeout: number) => number = native(
  "int poll(void *, unsigned long, int)",
);
const fcntl: (fd: number, command: number) => number = native("int fcntl(int, int, ...)");
const probe = new Int32Array(2);

/**
 * Wraps a C function so that each call writes its line, and one more when it begins to wait.
 *
 * @param name the C function's name
 * @param call the function; errno is as it left it when the wrapper returns
 */
export function traced(name: string, call: Call): Call {
  const shape = shapes[name];
  if (shape === undefined) throw new Error(`the trace does not know how to write ${name}`);
  const shown = shape.as ?? name;
  return (...args) => {
    const written = shape.args(args);
    if (willWait(shape, args)) tell(waitingLine(ownName, shown, written));
    const start = performance.timeOrigin + performance.now();
    const result = call(...args);
    const left = errno();
    const end = performance.timeOrigin + performance.now();
    const error = result === -1 && shape.isLookup !== true ? left : undefined;
    const brought = error === undefined ? (shape.brought?.(args, result) ?? "") : "";
    const record = { call: shown, args: written, result, brought, error, start, end };
    tell(line({ ...record, thread: ownName }));
    restoreErrno(left);
    return result;
  };
}

function tell(text: string): void {
  writeAll(2, Buffer.from(text));
}

/** Asks the kernel, without changing anything, whether a call would have to wait now. */
function willWait(shape: Shape, args: readonly Argument[]): boolean {
  if (shape.waits === undefined) return false;
  if (shape.waits === "time") return waitsForTime(args);
  if (typeof shape.waits === "function") return shape.waits(args);
  const fd = args[0] as number;
  const flags = shape.flags === undefined ? 0 : (args[shape.flags] as number);
  if ((flags & MSG_DONTWAIT) !== 0 || (fcntl(fd, F_GETFL) & O_NONBLOCK) !== 0) return false;
  probe[0] = fd;
  probe[1] = shape.waits === "in" ? POLLIN : POLLOUT;
  return poll(probe, 1, 0) === 0;
}

/** `poll` waits unless something is ready or it may not; a sleep always does. */
function waitsForTime(args: readonly Argument[]): boolean {
  const [first, count, timeout] = args;
  if (typeof count !== "number") return true;
  const copy = Int32Array.from(first as Int32Array);
  return timeout !== 0 && poll(copy, count, 0) === 0;
}
