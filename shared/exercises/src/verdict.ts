/**
 * What was found out of one answer to one exercise.
 */

/** What is wrong, for a person to read. */
export interface Wrong {
  /** What happened, in a plain sentence; perhaps with a line or two of evidence. */
  readonly sentence: string;
  /** What the check expected and what came, with the caret; "" where the sentence says it all. */
  readonly detail: string;
  /** Who said what until then. */
  readonly conversation: string;
  /** Nobody has spoken with the program yet: what the check is about did not matter. */
  readonly unspoken?: true;
}

export interface Result {
  /** The check's id. */
  readonly name: string;
  readonly title: string;
  readonly why: string;
  readonly status: "pass" | "fail";
  /** How long it took, in seconds; 0 for one that could not run. */
  readonly seconds: number;
  /** Of one that failed. */
  readonly wrong?: Wrong;
}

export interface Verdict {
  /** `error`: the answer could not be checked at all, and `message` says why. */
  readonly status: "pass" | "fail" | "error";
  readonly message?: string;
  /** Repeats the run: `--seed N`. */
  readonly seed: number;
  /** In the order of the check.ts. */
  readonly results: readonly Result[];
}
