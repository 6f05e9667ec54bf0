/** What can be waited for: a descriptor's number, or whatever has one. */
import { OverflowError, ValueError } from "../exceptions/values.ts";

/** A descriptor's number, or an object that tells it: a Socket, an Epoll, `sys.stdin`. */
export type FileDescriptorLike = number | { fileno(): number };

/**
 * The number of what is to be waited for.
 *
 * @throws ValueError for a negative one, such as a closed socket's; TypeError for something without one
 */
export function descriptorOf(object: FileDescriptorLike): number {
  const fd = typeof object === "number" ? object : asked(object);
  return (fd | 0) === fd && fd >= 0 ? fd : refused(fd, object);
}

function asked(object: unknown): number {
  if (typeof object === "boolean") return Number(object);
  if (object === null || object === undefined) return NaN;
  const { fileno } = object as { fileno?: unknown };
  return typeof fileno === "function" ? (fileno.call(object) as number) : NaN;
}

function refused(fd: unknown, object: unknown): never {
  if (!Number.isInteger(fd)) {
    const asking = typeof object === "object" && object !== null && "fileno" in object;
    throw new TypeError(
      asking
        ? "fileno() returned a non-integer"
        : "argument must be an int, or have a fileno() method.",
    );
  }
  if ((fd as number) < -(2 ** 31) || (fd as number) >= 2 ** 31) {
    throw new OverflowError("Python int too large to convert to C int");
  }
  throw new ValueError(`file descriptor cannot be a negative integer (${fd as number})`);
}
