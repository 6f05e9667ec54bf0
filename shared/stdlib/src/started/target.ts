/** What a thread or a process is to call, and with what: the types of Python's target, args and kwargs. */

/** The parameters before the last one. */
type Leading<P extends readonly unknown[]> =
  Required<P> extends [...infer A, unknown] ? Partial<A> | A : [];

/** The last parameter, which takes Python's keyword arguments: `function coding({ num, name })`. */
type Named<P extends readonly unknown[]> =
  Required<P> extends [...unknown[], infer K extends object] ? K : never;

/** Python's keyword arguments of Thread and Process. */
export interface Options<P extends readonly unknown[]> {
  /** The function to run: one that the program exports. */
  readonly target?: (...args: [...P]) => unknown;
  /** Its arguments. */
  readonly args?: NoInfer<P | Leading<P>>;
  /** Its keyword arguments: an object that is passed after `args`. */
  readonly kwargs?: NoInfer<Named<P>>;
  /** Its name; without one it is counted, such as "Thread-1 (tcplink)" or "Process-1". */
  readonly name?: string;
  /** Whether the program may end before it; that of who makes it unless given. */
  readonly daemon?: boolean;
}

/** The arguments as they are passed. */
export function allArguments(options: Pick<Options<never[]>, "args" | "kwargs">): unknown[] {
  const { args = [], kwargs } = options as { args?: unknown[]; kwargs?: object };
  return kwargs === undefined ? [...args] : [...args, kwargs];
}
