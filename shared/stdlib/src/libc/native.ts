/**
 * The C library, as koffi binds it. Only the door (door.ts) and pure conversions take functions from here.
 */
import "./platform.ts";
import koffi from "koffi";

// The running process already has its C library loaded, under whatever file name this platform gives it.
const libc = koffi.load(null);

/**
 * What is bound already, by prototype. An engine that runs one thread after another (threading/engine.cjs)
 * loads the library anew for each, and what koffi binds stays for good.
 */
const FUNCTIONS = Symbol.for("netnotes.libc");
const functions = ((globalThis as { [FUNCTIONS]?: Map<string, unknown> })[FUNCTIONS] ??= new Map());

/**
 * Binds a function of the C library.
 *
 * koffi passes a Buffer as a pointer to its bytes, without a copy, and checks neither lengths nor ranges of
 * integers: whoever calls has checked them.
 *
 * @param prototype a C prototype; types koffi knows are in its documentation
 * @returns the function, as `F` says it is; nothing checks that `F` and the prototype agree
 */
export function native<F extends (...args: never[]) => unknown>(prototype: string): F {
  let bound = functions.get(prototype);
  if (bound === undefined) functions.set(prototype, (bound = libc.func(prototype)));
  return bound as F;
}

/** The address of a Buffer's bytes, for a C struct that points to them. Valid while the Buffer is held. */
export function pointer(bytes: Uint8Array): bigint {
  return koffi.address(bytes);
}

/** Memory outside of JavaScript, such as a mapped file, as a buffer; it must stay mapped. */
export function mapped(address: bigint, length: number): ArrayBuffer {
  return koffi.view(address, length);
}

/** This platform's errno numbers by name; some numbers have two names. */
export const errnoNumbers: Readonly<Record<string, number>> = koffi.os.errno;

/**
 * The errno of this thread's last C call. Read it first of all after a call that failed: almost anything,
 * even writing a message, makes calls of its own.
 */
export const errno: () => number = koffi.errno;

/** Puts an errno back that a call in between may have changed. */
export const restoreErrno: (value: number) => void = koffi.errno;
