/** What differs from CPython on purpose, each with its reason. The package's README tells it to readers. */
import type { Program } from "./player.ts";

/** A difference that is inherent: what is shown by a statement, in both languages. */
export interface Difference {
  readonly why: string;
  /** A program that shows it in its last statement. */
  readonly shownBy: Program;
  /** Which statements it may be seen in. */
  readonly statement: RegExp;
  readonly there: RegExp;
  readonly here: RegExp;
}

export const differences: readonly Difference[] = [
  {
    why: "NaN stands for a constant that the platform lacks, and the error says so.",
    shownBy: ["s = socket()", 's.recv(float("nan"))'],
    statement: /float\("nan"\)/,
    there: /^TypeError: 'float' object cannot be interpreted as an integer$/,
    here: /^TypeError: not a number: perhaps a constant that this platform does not have$/,
  },
  {
    why: "JavaScript has one kind of number: 2.0 is 2, where Python refuses a float.",
    shownBy: ["s = socket()", "s.listen(2.0)"],
    statement: /\b\d+\.0\b/,
    there: /^TypeError: 'float' object cannot be interpreted as an integer$/,
    here: /^None$/,
  },
  {
    why: "CPython has two wordings for a whole number that no C int holds, ours is always the same.",
    shownBy: ["s = socket()", "s.shutdown(2147483648)"],
    statement: /\d{10}/,
    there: /^OverflowError: (Python int too large to convert to C int|signed integer is )/,
    here: /^OverflowError: (signed integer is |[hn]to[hn]s: )/,
  },
  {
    why: "For a timeout beyond 292 years CPython has two wordings, one for ints and one for floats.",
    shownBy: ["s = socket()", "s.settimeout(1099511627776)"],
    statement: /timeout\(-?\d+\)/,
    there: /^OverflowError: timestamp too large to convert to C _PyTime_t$/,
    here: /^OverflowError: timestamp out of range for platform time_t$/,
  },
  {
    why: "htonl and ntohl have words of their own in CPython for what is no integer.",
    shownBy: ["htonl(None)"],
    statement: /^(htonl|ntohl)\(/,
    there: /^TypeError: expected int, \w+ found$/,
    here: /^TypeError: '\w+' object cannot be interpreted as an integer$/,
  },
  {
    why: "Every Buffer can be written into; Python's bytes cannot, only a bytearray.",
    shownBy: ["a, z = socketpair()", 'z.send(b"some bytes")', 'a.recv_into(b"bytes")'],
    statement: /_into\(b"/,
    there: /^TypeError: \w+\(\) argument 1 must be read-write bytes-like object, not bytes$/,
    here: /^(\d+|\(\d+, None\))$/,
  },
  {
    why: "recvmsg knows no ancillary data: only its flags are needed.",
    shownBy: ["a, z = socketpair()", 'z.send(b"some bytes")', "a.recvmsg(1, 255)"],
    statement: /\.recvmsg\(\d+, /,
    there: /^(\(b's', \(\), 0, None\)|ValueError: invalid ancillary data buffer length)$/,
    here: /^(ValueError: ancillary data is not supported|OverflowError: signed integer is .*)$/,
  },
  {
    why: "A descriptor of more than 32 bits is refused; CPython cuts it, and may hit another one.",
    shownBy: ["fromfd(2147483648, AF_UNIX, SOCK_STREAM)"],
    statement: /(\bfromfd\(|fileno=)-?\d{10}/,
    there: /^(OSError EBADF: .*|ValueError: negative file descriptor|<socket\.socket fd=N.*>)$/,
    here: /^OverflowError: signed integer is /,
  },
  {
    why: "Hosts and services are texts; Python takes bytes for them, too.",
    shownBy: ['getaddrinfo(b"127.0.0.1", 80, AF_INET, SOCK_STREAM)'],
    statement: /^(getaddrinfo|gethostbyname|if_nametoindex)\(.*b"/,
    there: /^(\(\(|gaierror EAI_|OSError: no interface with this name$)/,
    here: /^(TypeError: .*|OSError: Int or String expected)$/,
  },
  {
    why: "Every failed call names its address in the message; CPython adds it to strerror in create_server only.",
    shownBy: ['create_server(("192.0.2.1", 0))'],
    statement: /create_server\(/,
    there: /^OSError (E\w+): (.*) \(while attempting to bind on address .*\)$/,
    here: /^OSError (E\w+): [^(]*$/,
  },
  {
    why: "create_connection takes an IPv6 address as getsockname gives it; Python's wants a pair.",
    shownBy: ['create_connection(("::1", 1, 0, 0))'],
    statement: /create_connection\(/,
    there: /^ValueError: too many values to unpack \(expected 2\)$/,
    here: /^(<socket\.socket |gaierror |ConnectionRefusedError ECONNREFUSED: )/,
  },
  {
    why: "A host that DNS cannot have is an unknown one, as connect says; CPython encodes it before it looks.",
    shownBy: ['getaddrinfo("a..b", 80, 0, 0, 0, AI_NUMERICHOST)'],
    statement: /^(getaddrinfo|gethostbyname|create_connection)\(/,
    there: /^UnicodeError: encoding with 'idna' codec failed /,
    here: /^gaierror EAI_NONAME: /,
  },
  {
    why: "A text with a null character in it is no host; CPython's getaddrinfo reads up to it.",
    shownBy: ['getaddrinfo("127.0.0.1\\0b", 80, AF_INET, SOCK_STREAM)'],
    statement: /^getaddrinfo\(.*\\0/,
    there: /^\(\(/,
    here: /^gaierror EAI_NONAME: /,
  },
  {
    why: "A file that would have to wait raises BlockingIOError and keeps what has arrived; CPython's returns None or ''.",
    shownBy: ["a, z = socketpair()", "a.settimeout(0)", 'f = a.makefile("rb")', "f.read(5)"],
    statement: /\.(read\w*|readline)\(/,
    there: /^(None|'')$/,
    here: /^BlockingIOError EAGAIN: /,
  },
  {
    why: "An unbuffered file that has to wait within a line keeps its beginning; CPython's loses it.",
    shownBy: [
      "a, z = socketpair()",
      "a.settimeout(0)",
      'z.send(b"half")',
      'f = a.makefile("rb", buffering=0)',
      "f.readline()",
    ],
    statement: /\.readline\(/,
    there: /^OSError: read\(\) should have returned a bytes object, not 'NoneType'$/,
    here: /^BlockingIOError EAGAIN: /,
  },
  {
    why: "An unbuffered file has a read1, too, which is its read; CPython's has none.",
    shownBy: [
      "a, z = socketpair()",
      'z.send(b"some bytes")',
      'f = a.makefile("rb", buffering=0)',
      "f.read1(9)",
    ],
    statement: /\.read1\(/,
    there: /^AttributeError: 'SocketIO' object has no attribute 'read1'$/,
    here: /^b'/,
  },
  {
    why: "What came before a timeout can still be read from a file; CPython's has lost it.",
    shownBy: [
      "a, z = socketpair()",
      "a.settimeout(0.001)",
      'z.send(b"x")',
      'f = a.makefile("rb")',
      "f.read(2)",
      "f.read(1)",
    ],
    statement: /\.read/,
    there: /^OSError: cannot read from timed out object$/,
    here: /^(b?['"]|<\d+ long)/,
  },
  {
    why: "What came before bytes that cannot be decoded can still be read; CPython has lost it.",
    shownBy: [
      "a, z = socketpair()",
      'z.send(b"half a character \\xe4\\xbd")',
      "z.close()",
      'f = a.makefile("r")',
      "f.readline()",
      "f.read(2)",
    ],
    statement: /\.read/,
    there: /^UnicodeDecodeError: /,
    here: /^'/,
  },
  {
    why: "A text file that is read and written keeps what it has read ahead; a write makes CPython's forget it.",
    shownBy: [
      "a, z = socketpair()",
      "a.settimeout(0.001)",
      'z.send(b"one\\ntwo\\n")',
      'f = a.makefile("rw")',
      "f.readline()",
      'f.write("")',
      "f.readline()",
    ],
    statement: /\.read/,
    there: /^TimeoutError: timed out$/,
    here: /^'/,
  },
  {
    why: "What reads a line from a closed file that is read and written is readline here, peek in CPython's words.",
    shownBy: ["a, z = socketpair()", 'f = a.makefile("rwb")', "f.close()", "f.readline()"],
    statement: /\.readline\(/,
    there: /^ValueError: peek of closed file$/,
    here: /^ValueError: readline of closed file$/,
  },
  {
    why: "An unbuffered file sends all that it is given; CPython's sends what goes at once, and tells how much.",
    shownBy: [
      "a, z = socketpair()",
      "a.settimeout(0)",
      'f = a.makefile("wb", buffering=0)',
      "f.write(pattern(20000000)) < 20000000",
    ],
    statement: /\.write\(/,
    there: /^True$/,
    here: /^(BlockingIOError EAGAIN: .*|TimeoutError: timed out)$/,
  },
];

/** The difference that a row of a comparison shows, if it is one of these. */
export function excused(row: {
  readonly statement: string;
  readonly there: string;
  readonly here: string;
}): Difference | undefined {
  return differences.find(
    ({ statement, there, here }) =>
      statement.test(row.statement) && there.test(row.there) && here.test(row.here),
  );
}
