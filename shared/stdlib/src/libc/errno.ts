/** Error numbers, their names and their texts (errno(3), strerror(3)). */
import { errnoNumbers, native } from "./native.ts";

/** A number's name here, where it has two. */
const preferred = ["EAGAIN", "EDEADLK", "EOPNOTSUPP"];

const names = new Map<number, string>();
for (const [name, number] of Object.entries(errnoNumbers)) {
  if (!names.has(number) || preferred.includes(name)) names.set(number, name);
}

/**
 * The number of an error on this platform.
 *
 * @param name such as "EAGAIN"
 * @throws Error when this platform has no such error
 */
export function errnoNumber(name: string): number {
  const number = errnoNumbers[name];
  if (number === undefined) throw new Error(`no error is called ${name} on this platform`);
  return number;
}

export const EACCES = errnoNumber("EACCES");
export const EAGAIN = errnoNumber("EAGAIN");
export const EBADF = errnoNumber("EBADF");
export const ECONNREFUSED = errnoNumber("ECONNREFUSED");
export const ECONNRESET = errnoNumber("ECONNRESET");
export const EINPROGRESS = errnoNumber("EINPROGRESS");
export const EINTR = errnoNumber("EINTR");
export const EISCONN = errnoNumber("EISCONN");
export const EPIPE = errnoNumber("EPIPE");

/** The name of an error number, such as "EADDRINUSE"; `errno 4711` for one without a name. */
export function errnoName(number: number): string {
  return names.get(number) ?? `errno ${number}`;
}

const texts = new Map<number, string>();
const strerrorOf: (number: number) => string = native("const char *strerror(int)");

/** The C library's text for an error number, starting small: "address already in use". */
export function strerror(number: number): string {
  let text = texts.get(number);
  if (text === undefined) texts.set(number, (text = uncapitalized(strerrorOf(number))));
  return text;
}

/** Starts a text small, so that it can stand in the middle of a line; leaves "RPC error" as it is. */
export function uncapitalized(text: string): string {
  const [first = "", second = ""] = text;
  return second === second.toLowerCase() ? first.toLowerCase() + text.slice(1) : text;
}
