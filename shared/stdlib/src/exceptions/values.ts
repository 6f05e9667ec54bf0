/**
 * Python's exceptions for wrong values. TypeError and SyntaxError are JavaScript's own.
 *
 * Their names stand on the prototypes: there V8 finds them when it writes the first line of a stack trace.
 */

/** A value of the right type that makes no sense here. */
export class ValueError extends Error {
  static {
    this.prototype.name = "ValueError";
  }
}

/** A number too large for what it is used as, such as a port above 65535. */
export class OverflowError extends Error {
  static {
    this.prototype.name = "OverflowError";
  }
}

/** More memory is asked for than there is, as by `recv(2 ** 45)`. */
export class MemoryError extends Error {
  static {
    this.prototype.name = "MemoryError";
  }
}

/** A name that is not known, such as an encoding's. */
export class LookupError extends Error {
  static {
    this.prototype.name = "LookupError";
  }
}

/** A key that is not there, such as a descriptor that nobody registered. The message is the key. */
export class KeyError extends LookupError {
  static {
    this.prototype.name = "KeyError";
  }
}

/** `input()` met the end of standard input before it read anything. */
export class EOFError extends Error {
  static {
    this.prototype.name = "EOFError";
  }
}
