"""Reads the head of an answer, and finds where its body ends.

See also RFC 9112, sections 4 and 6.
"""

import re

#: How many bytes a head may have.
HEAD = 64 * 1024

STATUS_LINE = re.compile("HTTP/1\\.[0-9] ([1-9][0-9]{2})( .*)?")
FIELD = re.compile("([!#-'*+.^_`|~0-9A-Za-z-]+):(.*)")


class Damaged(EOFError):
    """What came is no answer, or not all of it."""


class Response:
    """An answer's head, and where its body will end."""

    def __init__(self, lines):
        found = STATUS_LINE.fullmatch(lines[0] if lines else "")
        if not found:
            raise Damaged("this is no HTTP/1.1")
        self.lines = lines
        self.status = int(found[1])
        self.fields = {}
        for line in lines[1:]:
            found = FIELD.fullmatch(line)
            if not found:
                raise Damaged(f"this is no field: {line}")
            self.fields.setdefault(found[1].lower(), []).append(found[2].strip())
        #: Whatever the fields say, it has no body.
        self.empty = self.status < 200 or self.status in (204, 304)
        self.chunked = "transfer-encoding" in self.fields and not self.empty
        self.length = 0 if self.empty else self.content_length()

    def field(self, name):
        """A field's value, or its values; empty if there is none."""
        return ", ".join(self.fields.get(name, []))

    def content_length(self):
        """How many bytes the body has; None if something else says where it ends."""
        length, coding = self.field("content-length"), self.field("transfer-encoding")
        if self.chunked and (length or coding.lower() != "chunked"):
            raise Damaged(f"this Transfer-Encoding can't be read: {coding}")
        if not length:
            return None
        if not re.fullmatch("[0-9]{1,15}", length):
            raise Damaged(f"this is no Content-Length: {length}")
        return int(length)

    def ending(self):
        """What says where the body ends."""
        if self.empty:
            return f"an answer {self.status} has no body"
        if self.chunked:
            return "the last chunk says that it is all"
        if self.length is not None:
            return "Content-Length says that it is all"
        return "nothing says whether it is all"


def read_response(reader):
    """The answer; those that only tell that it is on its way (1xx) are read past."""
    while True:
        response = Response(lines_of(reader, "head", b"HTTP/1."))
        if response.status >= 200:
            return response


def lines_of(reader, what, begins=b""):
    """The lines up to a blank one, in a form that can't hurt the terminal."""
    lines = []
    left = HEAD
    while (line := reader.line(left)) != b"\r\n":
        # Who speaks another protocol may never send a blank line.
        if not lines and not begins.startswith(line[: len(begins)]):
            raise Damaged("this is no HTTP/1.1")
        left -= len(line)
        if left < 0:
            raise Damaged(f"the {what} is too long")
        if not line.endswith(b"\r\n"):
            raise Damaged(f"the {what} ends early")
        text = line[:-2].decode("ascii", "replace")
        lines.append(re.sub("[^\t -~]", "\ufffd", text))
    return lines
