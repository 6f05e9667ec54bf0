/**
 * For how long something was waited for, as a person says it.
 */

/** @param what a failure of the harness, which says `(not within 3000 ms)` */
export function waited(what: string): string {
  const milliseconds = /not within (\d+) ms/.exec(what)?.[1];
  return milliseconds === undefined ? "in time" : `within ${Number(milliseconds) / 1000} s`;
}
