/**
 * The end of a command that has said all it has to say.
 */

/** How long, in milliseconds, what is still going on may take. */
const SOON = 1000;

/**
 * Ends the process soon, with the exit status that is set, if it does not end by itself: a check that has failed
 * may have left something going that nobody can stop.
 */
export function leaveSoon(): void {
  setTimeout(() => process.exit(), SOON).unref();
}
