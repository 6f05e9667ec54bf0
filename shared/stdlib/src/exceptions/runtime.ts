/** Python's RuntimeError: something is asked of an object that its present state does not allow. */

/** A lock that nobody holds is released, a thread is started twice. */
export class RuntimeError extends Error {
  static {
    this.prototype.name = "RuntimeError";
  }
}
