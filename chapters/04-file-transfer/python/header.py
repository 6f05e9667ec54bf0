"""What a checked upload begins with: a line with its length and its name."""

import re

#: JavaScript counts exactly up to 15 digits, and a name may hold nearly anything.
LINE = re.compile(r"([0-9]{1,15}) (.+)", re.DOTALL)

#: A name from the network is never a path. It is a file of our folder: not hidden, none
#: that is still on its way, nothing that moves a reader's cursor, and it was UTF-8.
NAME = re.compile(r"(?!\.)(?!.*\.part$)[^/\\\x00-\x1f\x7f-\x9f\ufffd]+")


def parse(line):
    """The length and the name in a header. Raises ValueError, which says why not."""
    header = LINE.fullmatch(line)
    if not header:
        raise ValueError("no header")
    length, name = header.groups()
    if not NAME.fullmatch(name) or len(name.encode("utf-8")) > 255:
        raise ValueError("no name for a file")
    return int(length), name
