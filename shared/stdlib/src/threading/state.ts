/** How far a thread is; the number is shared by all that know the thread. */

export const INITIAL = 0;
export const STARTED = 1;
/** Over: set by keeper.cjs. */
export const STOPPED = 2;

/** What a thread knows of itself and who started it knows of it. */
export interface Traits {
  name: string;
  daemon: boolean;
  /** From 1, which is the main thread; null until it is started. */
  ident: number | null;
  /** INITIAL, STARTED or STOPPED. */
  readonly state: Int32Array;
}
