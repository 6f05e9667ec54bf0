/** Sockets as files: every mode and line end, read and written in different pieces. */
import { product, type Cell } from "./cell.ts";

const newlines = [
  "",
  ", newline=None",
  'NL, newline=""',
  'NL, newline="\\n"',
  'NL, newline="\\r"',
  'NL, newline="\\r\\n"',
].map((text) => text.replace("NL", ""));

/** What arrives, in the pieces in which it is sent; between them nothing is there to read. */
const contents: readonly (readonly string[])[] = [
  ['b""'],
  ['b"one line\\n"'],
  ['b"one\\ntwo\\r\\nthree\\rfour"'],
  ['b"\\n\\n\\r\\r\\n\\n"'],
  ['b"ends with a return\\r"'],
  ['b"\\xe4\\xbd\\xa0\\xe5\\xa5\\xbd\\n\\xf0\\x9f\\x98\\x80!"'],
  ['b"half a character \\xe4\\xbd"'],
  ['b"wrong \\xff byte\\n"'],
  // What one read asks for ends between the return and the newline.
  ['b"x" * 8191 + b"\\r\\nnext"'],
  ['b"x" * 8190 + b"\\xe4\\xbd\\xa0\\r\\n"'],
  ["pattern(20000)"],
];

const readings: readonly (readonly string[])[] = [
  ["f.read()", "f.read()"],
  ["f.read(3)", "f.read(0)", "f.read(100)", "f.read()"],
  ["f.readline()", "f.readline()", "f.readline()", "f.readline()", "f.readline()", "f.readline()"],
  ["f.readlines()", "f.readlines()"],
  ["list(f)", "f.readline()"],
  ["f.readline()", "f.read(2)", "f.readline()", "f.read()"],
];

const bytesReadings: readonly (readonly string[])[] = [
  ["f.read1(3)", "f.read1()", "f.read1(0)", "f.read1(5)"],
  ["f.readline(2)", "f.readline(100)", "f.readline(0)", "f.readline(-1)"],
  ["room = bytearray(5)", "f.readinto(room)", "room", "f.readinto(room)", "room"],
  ["f.read(-1)", "f.read(None)"],
];

const unbufferedReadings: readonly (readonly string[])[] = [
  ["f.read()", "f.read()"],
  ["f.read(3)", "a.recv(2)", "f.read(0)", "f.read(100)", "f.read(-5)"],
  ["f.readline()", "a.recv(2)", "f.readline(2)", "f.readline(0)", "f.readline(-5)", "f.read(5)"],
  ["f.readlines()", "f.readlines()"],
  ["list(f)", "f.readline(None)"],
  ["room = bytearray(5)", "f.readinto(room)", "room", "f.readinto(bytearray(0))", "a.recv(3)"],
];

/** Sizes that are wrong, to files that have something to read. */
const wrongReadings: readonly string[] = ["-2", "-5", '"x"', 'b"x"', "1.5", "()", "None"];

const wrongTargets: readonly string[] = ["None", '"x"', "5"];

/** Files of text refuse to split what they cannot decode in one go at the same place, so none of that. */
const textContents = contents.filter(([content]) => content !== "pattern(20000)");

const writings: readonly (readonly [mode: string, ...statements: string[]])[] = [
  ['"wb"', 'f.write(b"one")', "z.recv(9)", "f.flush()", "z.recv(9)", "f.close()", "f.closed"],
  ['"wb", buffering=0', 'f.write(b"one")', "z.recv(9)", "f.close()"],
  ['"wb", buffering=4', 'f.write(b"123")', 'f.write(b"45")', "z.recv(9)", "f.flush()", "z.recv(9)"],
  ['"wb"', "f.write(pattern(8192))", "z.recv(9)", "f.flush()", "is_pattern(z.recv(9999))"],
  ['"wb"', "f.write(pattern(8193))", "is_pattern(z.recv(9))", "f.close()"],
  ['"wb"', 'f.write("text")', "f.write(None)", "f.read(1)", "f.readline()"],
  ['"w"', 'f.write("你好\\n")', "f.flush()", "z.recv(99)", 'f.write(b"x")', "f.read()"],
  ['"w", newline="\\r\\n"', 'f.write("a\\nb\\r\\n")', "f.flush()", "z.recv(99)"],
  ['"w", newline=""', 'f.write("a\\nb\\r\\n")', "f.close()", "z.recv(99)"],
  ['"w", encoding="ascii"', 'f.write("é")', 'f.write("e")', "f.flush()", "z.recv(99)"],
  ['"w", encoding="ascii", errors="replace"', 'f.write("é")', "f.flush()", "z.recv(99)"],
  ['"w", buffering=0', "f.closed"],
  ['"w", newline="\\r"', 'f.write("a\\nb\\r\\n")', "f.flush()", "z.recv(99)"],
  ...["x", "\\n\\r"].map((wrong) => [`"r", newline="${wrong}"`, "a.close()", "z.recv(1)"] as const),
  ['"r", newline="x", encoding="no-such"', "f.closed"],
  ['"r", newline=5', "f.closed"],
  ['"rb", newline="x"', "f.closed"],
  ['"r", encoding="no-such"', "a.close()", "z.recv(1)"],
  ...["utf-16", "U16", "utf-16-le", "utf-16-be"].map(
    (encoding) =>
      [
        `"rw", encoding="${encoding}"`,
        'f.write("a")',
        'f.write("")',
        'f.write("b😀")',
        "f.flush()",
        "z.recv(99)",
      ] as const,
  ),
  ...["rb", "wb", "rwb"].map(
    (mode) =>
      [
        `"${mode}", buffering=0`,
        'z.send(b"abc")',
        "f.read(10)",
        'z.send(b"line\\nmore")',
        "f.readline()",
        "a.recv(10)",
        'f.write(b"now")',
        "z.recv(9)",
        "f.flush()",
        "f.close()",
        "f.read(1)",
        "f.readline()",
        'f.write(b"x")',
        "f.flush()",
      ] as const,
  ),
  ['"rwb"', 'f.write(b"ab")', "f.flush()", "z.recv(9)", 'z.send(b"cd")', "f.read(2)", "f.close()"],
  ['"rw"', 'f.write("ab")', "f.flush()", "z.recv(9)", 'z.send(b"cd\\n")', "f.readline()"],
  ['"rb"', 'f.write(b"x")', "f.flush()", "f.close()", "f.read()", 'f.write(b"x")', "f.flush()"],
  ['"r"', 'f.write("x")', "f.close()", "f.read()", "f.readline()", "f.close()"],
  ['"b"', 'z.send(b"x")', "f.read(1)"],
  ['"rx"', "f"],
  ['""', 'z.send(b"x\\n")', "f.readline()"],
  [
    '"rb"',
    "a.close()",
    "a.fileno() >= 0",
    'z.send(b"still")',
    "f.read(5)",
    "f.close()",
    "a.fileno()",
  ],
  [
    '"wb"',
    "z.close()",
    'f.write(b"x")',
    "f.flush()",
    "f.flush()",
    "f.close()",
    "f.closed",
    "f.close()",
  ],
  ['"wb"', "a.shutdown(SHUT_WR)", 'f.write(b"x")', "f.close()", "f.closed", 'f.write(b"y")'],
  ['"w"', "a.shutdown(SHUT_WR)", 'f.write("x")', "f.flush()", "f.close()", "f.closed"],
  ['"rb"', "f.readable()", "f.writable()"],
  ['"rwb"', "f.readable()", "f.writable()"],
];

const ended = ["a, z = socketpair()", "a.settimeout(1)"];

export const cells: readonly Cell[] = [
  ...newlines.flatMap((newline) =>
    product(textContents, readings, ([content = ""], reading) => ({
      name: `"r"${newline}, ${content}, ${reading.join(", ")}`,
      program: [
        ...ended,
        `z.sendall(${content})`,
        "z.close()",
        `f = a.makefile("r"${newline})`,
        ...reading,
      ],
    })),
  ),
  ...product(contents, [...readings, ...bytesReadings], ([content = ""], reading) => ({
    name: `"rb", ${content}, ${reading.join(", ")}`,
    program: [...ended, `z.sendall(${content})`, "z.close()", 'f = a.makefile("rb")', ...reading],
  })),
  ...product(contents, unbufferedReadings, ([content = ""], reading) => ({
    name: `"rb", buffering=0, ${content}, ${reading.join(", ")}`,
    program: [
      ...ended,
      `z.sendall(${content})`,
      "z.close()",
      'f = a.makefile("rb", buffering=0)',
      ...reading,
    ],
  })),
  ...product(['"r"', '"rb"', '"rwb"', '"rb", buffering=0'], wrongReadings, (mode, size) => ({
    name: `${mode}, read(${size})`,
    program: [
      ...ended,
      `f = a.makefile(${mode})`,
      'z.send(b"one\\ntwo\\nthree")',
      "z.close()",
      ...(mode === '"r"' ? [] : [`f.readline(${size})`]),
      ...(mode === '"r"' || mode.includes("=") ? [] : [`f.read1(${size})`]),
      `f.read(${size})`,
      "f.close()",
      `f.read(${size})`,
    ],
  })),
  ...product(['"rb"', '"rwb"', '"rb", buffering=0'], wrongTargets, (mode, target) => ({
    name: `${mode}, readinto(${target})`,
    program: [...ended, `f = a.makefile(${mode})`, `f.readinto(${target})`],
  })),
  ...writings.map(([mode, ...statements]) => ({
    name: `${mode}, ${statements.join(", ")}`,
    program: [...ended, "z.settimeout(0)", `f = a.makefile(${mode})`, ...statements],
  })),
];
