/** One line that says what takes a while: on a terminal only, and gone afterwards. */

/**
 * @param {string} line what is going on
 * @returns {() => void} takes the line away again
 */
export function progress(line) {
  if (!process.stderr.isTTY) return () => {};
  process.stderr.write(line);
  return () => void process.stderr.write("\r\x1b[K");
}

/**
 * The same for a wait that can be counted.
 *
 * @param {(count: number) => string} line what is going on when so many are done
 * @returns {{ next: () => void, done: () => void }} `next` counts one more; `done` takes the line away
 */
export function counted(line) {
  let count = 0;
  let done = progress(line(count));
  return {
    next() {
      done();
      count += 1;
      done = progress(line(count));
    },
    done: () => done(),
  };
}
