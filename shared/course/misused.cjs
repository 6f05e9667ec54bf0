/** Arguments that a program would take for something else than was meant. run.py does the same. */
"use strict";

/**
 * Looks at the options that all programs share. `--host=$HOST` with an empty variable would mean every
 * address, an empty path one that the kernel chooses; and `Number`, by which a Node program reads its port,
 * takes "" for 0, any free one, and 1e3 for 1000.
 *
 * @param {readonly string[]} args
 * @param {boolean} isLiteral its argument parser looks at numbers itself
 * @returns {string | undefined} what is wrong
 */
function misused(args, isLiteral) {
  for (const [at, word] of args.entries()) {
    if (word === "--") break;
    const [name = "", value = args[at + 1]] = word.split(/=(.*)/s);
    if (value === "" && ["--host", "--path", "--file"].includes(name)) {
      return `${name} must not be empty`;
    }
    if (!isLiteral && name === "--port" && value !== undefined && !/^-?\d+$/.test(value)) {
      return "--port must be 0-65535";
    }
  }
  return undefined;
}

module.exports = { misused };
