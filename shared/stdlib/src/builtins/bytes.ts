/** Python's bytes literal. */

const SIMPLE: Readonly<Record<string, string>> = {
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\n": "",
  // A template literal needs these two escaped; Python's literal does not.
  "`": "`",
  $: "$",
};

/**
 * A bytes literal: b`Welcome!\r\n` is Python's b'Welcome!\r\n'.
 *
 * Only ASCII stands in it as itself; other bytes are written \xe4, as in Python. Python's escapes hold:
 * \\ \' \" \a \b \f \n \r \t \v \ooo \xhh; a backslash before anything else stays a backslash.
 *
 * @returns a Buffer of its own each time, so that nobody changes the literal
 * @throws SyntaxError for a character outside ASCII, or an \x without its two digits
 */
export function b(literal: TemplateStringsArray): Buffer {
  const source = literal.raw.join("");
  // eslint-disable-next-line no-control-regex -- ASCII is exactly this range
  if (!/^[\x00-\x7f]*$/.test(source)) {
    throw new SyntaxError("bytes can only contain ASCII literal characters");
  }
  const text = source.replace(
    /\\(x[0-9a-fA-F]{2}|[0-7]{1,3}|[^])/g,
    (escape: string, what: string) => {
      if (what.length === 3 && what.startsWith("x")) {
        return String.fromCharCode(Number.parseInt(what.slice(1), 16));
      }
      if (what === "x") throw new SyntaxError("(value error) invalid \\x escape");
      if (/^[0-7]/.test(what)) return String.fromCharCode(Number.parseInt(what, 8) & 0xff);
      return SIMPLE[what] ?? escape;
    },
  );
  return Buffer.from(text, "latin1");
}
