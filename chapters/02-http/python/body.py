"""Reads the body of an answer, by length, by chunks or to the end, and saves it.

See also RFC 9112, section 7.
"""

import errno
import os
import re

from response import Damaged, lines_of

#: A chunk's size, in hexadecimal, and extensions that nobody uses.
CHUNK_LINE = re.compile(rb"([0-9A-Fa-f]{1,12})[ \t]*(?:;.*)?\r\n")


def save_body(reader, response, name):
    """Returns its size. If it ends early, NAME.part has what came."""
    part = f"{name}.part"
    size = 0
    with open(part, "wb") as file:
        try:
            for piece in body(reader, response):
                size += file.write(piece)
        except (Damaged, OSError) as error:
            code = errno.errorcode.get(getattr(error, "errno", None))
            why = f"{code} {error.strerror}" if code else error
            raise Damaged(f"{why}; {size} bytes are in {part}") from error
    os.replace(part, name)
    return size


def body(reader, response):
    """The body, piece by piece."""
    if response.chunked:
        yield from chunks(reader)
    elif response.length is not None:
        yield from counted(reader, response.length, "body")
    else:
        while piece := reader.some(16384):
            yield piece


def chunks(reader):
    """The content of the chunks; what may follow the last one is read past."""
    while found := CHUNK_LINE.fullmatch(reader.line(4096)):
        size = int(found[1], 16)
        if size == 0:
            lines_of(reader, "trailer")
            return
        yield from counted(reader, size, "chunk")
        if reader.line(2) != b"\r\n":
            break
    raise Damaged("the chunks end early, or are none")


def counted(reader, size, what):
    """So many bytes, in pieces."""
    left = size
    while left > 0:
        piece = reader.some(left)
        if not piece:
            raise Damaged(f"the {what} ends early, after {size - left} of {size} bytes")
        left -= len(piece)
        yield piece
