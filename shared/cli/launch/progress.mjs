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
