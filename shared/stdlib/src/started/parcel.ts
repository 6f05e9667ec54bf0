/**
 * What a thread or a process is given to work with, on its way there.
 *
 * Neither sees our objects. Plain values are copied (structured clone). An object that stands for something
 * outside of JavaScript, such as a socket, travels as a description from which another is made there: its
 * module registers a carrier for it. A function or a class travels as the name under which the program
 * exports it.
 */
import { types } from "node:util";
import { functionNamed, nameOf, type Callable } from "./program.ts";

/** A way to another thread or process. */
export interface Journey {
  readonly to: "thread" | "process";
  /** The descriptors that a process must inherit for what it is given. */
  readonly descriptors: Set<number>;
}

/** Describes the objects of a class, and makes them again there. */
export interface Carrier<T, Description> {
  /** Its name in a parcel. */
  readonly kind: string;
  readonly carries: (value: unknown) => value is T;
  /** @throws TypeError when such an object cannot go there */
  readonly pack: (value: T, journey: Journey) => Description;
  readonly unpack: (description: Description) => T;
}

const carriers: Carrier<unknown, unknown>[] = [];

/** Registers a carrier. */
export function carry<T, Description>(carrier: Carrier<T, Description>): void {
  carriers.push(carrier as unknown as Carrier<unknown, unknown>);
}

carry<Callable, string>({
  kind: "function",
  carries: (value): value is Callable => typeof value === "function",
  pack: nameOf,
  unpack: functionNamed,
});

/** Node's own copying makes a Uint8Array of a Buffer, and takes the pool along that holds it. */
carry<Buffer, Uint8Array>({
  kind: "bytes",
  carries: (value) => Buffer.isBuffer(value),
  pack: (value) => Uint8Array.from(value),
  unpack: (copy) => Buffer.from(copy.buffer, copy.byteOffset, copy.length),
});

/** The key of what stands in a parcel for a carried object: no program has such a key in its own objects. */
const KIND = "\0kind";

interface Described {
  readonly [KIND]: string;
  readonly description: unknown;
}

/**
 * Packs a value. What occurs twice in it, or contains itself, does so on arrival too.
 *
 * @throws TypeError for what cannot travel
 */
export function pack(value: unknown, journey: Journey): unknown {
  return walk(value, (item, again) => {
    if (typeof item === "symbol") throw new TypeError(`${String(item)} cannot be handed over`);
    const carrier = carriers.find(({ carries }) => carries(item));
    if (carrier === undefined) return checked(item, journey);
    const description = again(carrier.pack(item, journey));
    return { [KIND]: carrier.kind, description } satisfies Described;
  });
}

/** Unpacks what `pack` packed. */
export function unpack(parcel: unknown): unknown {
  return walk(parcel, (item, again) => {
    if (!isDescribed(item)) return item;
    return carriers.find(({ kind }) => kind === item[KIND])?.unpack(again(item.description));
  });
}

/**
 * Goes through a value and the arrays and plain objects in it, to each thing once.
 *
 * @param visit what becomes of anything else; it may go on with `again`
 */
function walk(
  value: unknown,
  visit: (item: unknown, again: (item: unknown) => unknown) => unknown,
): unknown {
  const seen = new Map<unknown, unknown>();
  const again = (item: unknown): unknown => {
    if (seen.has(item)) return seen.get(item);
    if (!isContainer(item)) {
      const result = visit(item, again);
      seen.set(item, result);
      return result;
    }
    const copy = Array.isArray(item) ? [] : {};
    seen.set(item, copy);
    for (const [key, part] of Object.entries(item)) Object.assign(copy, { [key]: again(part) });
    return copy;
  };
  return again(value);
}

/** What structured clone copies as it is; it would make a bare object of one of a class of the program's. */
function checked(item: unknown, { to }: Journey): unknown {
  const cloned =
    !isObject(item) ||
    ArrayBuffer.isView(item) ||
    types.isArrayBuffer(item) ||
    types.isDate(item) ||
    types.isRegExp(item) ||
    types.isMap(item) ||
    types.isSet(item) ||
    (types.isSharedArrayBuffer(item) && to === "thread");
  if (cloned) return item;
  const name = String(item.constructor?.name ?? "object");
  throw new TypeError(`an object of class ${name} cannot be handed over to a ${to}`);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isDescribed(value: unknown): value is Described {
  return isObject(value) && KIND in value;
}

function isContainer(value: unknown): value is object {
  if (!isObject(value) || isDescribed(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}
