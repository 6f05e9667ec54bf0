"""Plays programs of a few lines in CPython, for the tests that compare.

Each line of stdin is a program: a JSON list of statements, each an expression or an assignment. For each
statement one JSON text goes to stdout at once: its value, or its exception. A statement that fails does
not end its program. play.ts is the twin.
"""

import ast
import errno
import functools
import hashlib
import io
import itertools
import json
import os
import socket
import struct
import subprocess
import sys
import tempfile

FOLDER = tempfile.mkdtemp(prefix="netnotes-")
os.chdir(FOLDER)  # where the paths of Unix sockets begin
ERROR_NAMES = errno.errorcode | {
    getattr(errno, name): name for name in ("EAGAIN", "EDEADLK", "EOPNOTSUPP")
}
GAI_NAMES = {
    value: name for name, value in vars(socket).items() if name.startswith("EAI_")
}


@functools.cache
def pattern(count):
    """So many bytes, of which a piece in the wrong place can be told."""
    return bytes(range(251)) * (count // 251) + bytes(range(count % 251))


def is_pattern(data):
    """Whether there is something, and nothing of it is lost or out of order."""
    return len(data) > 0 and data == pattern(20_000_000)[: len(data)]


def drain(sock):
    """All that arrives up to the end, or up to an error."""
    parts = []
    try:
        while part := sock.recv(65536):
            parts.append(part)
    except OSError:
        pass
    return b"".join(parts)


def counter(sock):
    """Starts a process that reads to the end, and then sends the number of bytes back."""
    subprocess.Popen(["sh", "-c", "exec wc -c >&0"], stdin=sock)


def linger(seconds):
    """SO_LINGER's struct, switched on."""
    return struct.pack("ii", 1, seconds)


class Long:
    """Bytes or text too long to be written out."""

    def __init__(self, value):
        data = value.encode() if isinstance(value, str) else value
        self.text = f"<{len(value)} long, SHA-1 {hashlib.sha1(data).hexdigest()}>"

    def __repr__(self):
        return self.text


def plain(value):
    """A value as both languages have it: one kind of sequence, whole numbers without a fraction."""
    if isinstance(value, (list, tuple)):
        return tuple(map(plain, value))
    if isinstance(value, bytearray):
        value = bytes(value)
    if isinstance(value, (bytes, str)) and len(value) > 60:
        return Long(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return int(value)
    return value


def written(value):
    """A value as text; files by what they are."""
    if isinstance(value, io.IOBase):
        return "<a file of text>" if isinstance(value, io.TextIOBase) else "<a file of bytes>"
    return repr(plain(value))


def refused(error):
    """An exception as text: its class, then the error's name and the system's words, or Python's."""
    kind = type(error).__name__
    if isinstance(error, OSError) and error.errno is not None:
        names = GAI_NAMES if isinstance(error, socket.gaierror) else ERROR_NAMES
        return f"{kind} {names.get(error.errno, error.errno)}: {error.strerror.lower()}"
    return f"{kind}: {error}"


def things(value):
    """The value and what it holds, where it is a sequence."""
    return itertools.chain.from_iterable(map(things, value)) if isinstance(value, tuple) else [value]


@functools.cache
def compiled(statement):
    """The code of its expression, and of what assigns the expression's value to its names, if it has any."""
    tree = ast.parse(statement).body[0]
    code = compile(ast.Expression(tree.value), "statement", "eval")
    if not isinstance(tree, ast.Assign):
        return code, None
    return code, compile(f"{ast.unparse(tree.targets[0])} = value", "statement", "exec")


COMMON = dict(vars(socket), pattern=pattern, is_pattern=is_pattern, drain=drain)
COMMON.update(linger=linger, counter=counter)


class Program:
    """One program: its names, and what has to be closed in the end."""

    def __init__(self):
        self.names = {}
        self.made = []
        self.detached = set()

    def play(self, statement):
        try:
            code, assign = compiled(statement)
            value = eval(code, COMMON, self.names)
            self.note(statement, value)
            if assign is not None:
                self.names["value"] = value
                exec(assign, COMMON, self.names)
            return written(value)
        except Exception as error:
            return refused(error)

    def note(self, statement, value):
        self.made += [x for x in things(value) if isinstance(x, (socket.socket, io.IOBase))]
        if statement.endswith(".detach()"):
            self.detached.add(value)
        elif "fileno=" in statement:
            self.detached.discard(value.fileno())

    def close(self):
        """Closes everything, files before their sockets, and leaves nothing: no TCP connection that
        waits (tcp(7)), no path."""
        self.made.sort(key=lambda each: isinstance(each, socket.socket))
        for each in self.made:
            try:
                if isinstance(each, socket.socket) and each.type == socket.SOCK_STREAM:
                    each.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger(0))
            except OSError:
                pass
            try:
                each.close()
            except OSError:
                pass
        for fd in self.detached - {-1}:
            os.close(fd)
        for path in os.listdir():
            os.unlink(path)
        socket.setdefaulttimeout(None)


for line in sys.stdin:
    program = Program()
    for statement in json.loads(line):
        print(json.dumps(program.play(statement)), flush=True)
    program.close()
os.rmdir(FOLDER)
