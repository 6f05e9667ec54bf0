/** OSError and its kinds: what the system refused, and why (PEP 3151 has the tree). */

/** What a system call that failed leaves behind. */
export interface OSErrorDetails {
  /** The error's name, such as "EADDRINUSE" or "EAI_NONAME". */
  readonly code?: string;
  /** The error's number on this platform, positive as in Python. */
  readonly errno?: number;
  /** The call that failed, such as "bind". */
  readonly syscall?: string;
  /** The address that the call was given, such as "127.0.0.1:9999". */
  readonly address?: string;
  /** The system's text for the error, such as "address already in use". */
  readonly strerror?: string;
}

/** A system call failed. Catch one of its kinds to tell failures apart, or look at `code`. */
export class OSError extends Error implements OSErrorDetails {
  static {
    this.prototype.name = "OSError";
  }
  declare readonly code?: string;
  declare readonly errno?: number;
  declare readonly syscall?: string;
  declare readonly address?: string;
  declare readonly strerror?: string;

  /** An error of the library's own has a message and no details, as in Python. */
  constructor(message?: string, details?: OSErrorDetails) {
    super(message);
    if (details === undefined) return;
    this.code = details.code;
    this.errno = details.errno;
    this.syscall = details.syscall;
    this.address = details.address;
    this.strerror = details.strerror;
  }
}

/** EAGAIN, EALREADY, EINPROGRESS: the call would have to wait, and the socket is not to. */
export class BlockingIOError extends OSError {
  static {
    this.prototype.name = "BlockingIOError";
  }
}

/** What the kinds of broken connections have in common. */
export class ConnectionError extends OSError {
  static {
    this.prototype.name = "ConnectionError";
  }
}

/** ECONNREFUSED: nothing listens there. */
export class ConnectionRefusedError extends ConnectionError {
  static {
    this.prototype.name = "ConnectionRefusedError";
  }
}

/** ECONNRESET: the peer threw the connection away. */
export class ConnectionResetError extends ConnectionError {
  static {
    this.prototype.name = "ConnectionResetError";
  }
}

/** ECONNABORTED: the connection ended before it was accepted. */
export class ConnectionAbortedError extends ConnectionError {
  static {
    this.prototype.name = "ConnectionAbortedError";
  }
}

/** EPIPE, ESHUTDOWN: writing to what can no longer be written to. */
export class BrokenPipeError extends ConnectionError {
  static {
    this.prototype.name = "BrokenPipeError";
  }
}

/** EINTR. The library retries calls that a signal interrupted, so that this is rarely seen (PEP 475). */
export class InterruptedError extends OSError {
  static {
    this.prototype.name = "InterruptedError";
  }
}

/** EACCES, EPERM: not allowed. */
export class PermissionError extends OSError {
  static {
    this.prototype.name = "PermissionError";
  }
}

/** ENOENT: no such file, such as a Unix socket's path. */
export class FileNotFoundError extends OSError {
  static {
    this.prototype.name = "FileNotFoundError";
  }
}

/** EEXIST: the file is there already. */
export class FileExistsError extends OSError {
  static {
    this.prototype.name = "FileExistsError";
  }
}

/** ETIMEDOUT, or a `settimeout` that ran out: then the message is "timed out" and there is no errno. */
export class TimeoutError extends OSError {
  static {
    this.prototype.name = "TimeoutError";
  }
}

/** A name could not be looked up. `errno` and `code` are those of getaddrinfo(3): EAI_NONAME and so on. */
export class gaierror extends OSError {
  static {
    this.prototype.name = "gaierror";
  }
}
