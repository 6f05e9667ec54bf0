/** What is known of one call when it is over: enough for a line, and later for a drawing. */

/** One call through the door. */
export interface CallRecord {
  /** The C function, such as "accept". */
  readonly call: string;
  /** Its arguments, each as a person would read it. */
  readonly args: readonly string[];
  /** What it returned. */
  readonly result: number;
  /** What it brought besides, such as the bytes of a recv; "" for nothing. */
  readonly brought: string;
  /** The errno, when it failed. */
  readonly error: number | undefined;
  /** When it began, in milliseconds since 1970 with fractions. */
  readonly start: number;
  /** When it ended. */
  readonly end: number;
  /** Who called: "" for the program itself, else the thread or process by name. */
  readonly thread: string;
}
