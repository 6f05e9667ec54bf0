"""Reads the head of a request, to its blank line, and finds what is wrong with it.

See also RFC 9112, sections 2 to 6.
"""

import re
import socket

#: How many bytes the first line may have, the head, and a body that nobody wants.
LINE, HEAD, BODY = 8 * 1024, 64 * 1024, 1024 * 1024

TOKEN = r"[!#-'*+.^_`|~0-9A-Za-z-]+"
REQUEST_LINE = re.compile(rf"({TOKEN}) ([!-~]+)(?: HTTP/([0-9])\.([0-9]))?\r\n")
#: Nothing may stand between name and colon, and no line may begin with a space.
FIELD = re.compile(rf"({TOKEN}):([\t -~\ufffd]*)\r\n")


class Request:
    """What a client asks for, as far as it could be read."""

    def __init__(self):
        self.method = ""
        self.target = ""
        #: Its lines that are well formed: they can't hurt the terminal that shows them.
        self.lines = []
        #: The status that it has to get whatever it asks for; 0 if it is in order.
        self.refused = 0


def read_request(reader):
    """The next request; None where the client has left without one."""
    request = Request()
    try:
        first = reader.line(LINE)
        while first == b"\r\n":  # a client may end its last request with one too many
            first = reader.line(LINE)
        if not first:
            return None
        request.refused = read_head(reader, first, request)
    except socket.timeout:
        request.refused = 408
    return request


def read_head(reader, first, request):
    """Reads up to the blank line; returns the status for what is wrong, or 0."""
    if len(first) > LINE:
        return 414
    # What is not ASCII becomes U+FFFD: no name has it, a value may.
    line = first.decode("ascii", "replace")
    found = REQUEST_LINE.fullmatch(line)
    if not found:
        return 400
    request.method, request.target, major, minor = found.groups()
    request.lines.append(line.rstrip())
    if major != "1":  # one without a version is HTTP/0.9
        return 505
    fields = {}
    size = len(first)
    while (field := reader.line(HEAD - size)) != b"\r\n":
        size += len(field)
        if size > HEAD:
            return 431
        line = field.decode("ascii", "replace")
        found = FIELD.fullmatch(line)
        if not found:
            return 400
        request.lines.append(line.rstrip())
        fields.setdefault(found[1].lower(), []).append(found[2].strip())
    return wrong_host(fields, minor) or wrong_body(fields)


def wrong_host(fields, minor):
    """HTTP/1.1 wants one Host, HTTP/1.0 none; two could name two different sites."""
    hosts = len(fields.get("host", []))
    return 400 if hosts > 1 or (hosts == 0 and minor != "0") else 0


def wrong_body(fields):
    """The body is read past, but where it ends must be clear, and not too far away."""
    lengths = fields.get("content-length", [])
    coding = ", ".join(fields.get("transfer-encoding", [])).lower()
    if coding:
        if lengths or not coding.endswith("chunked"):
            return 400
        return 0 if coding == "chunked" else 501
    if not lengths:
        return 0
    if len(lengths) > 1 or not re.fullmatch("[0-9]{1,15}", lengths[0]):
        return 400
    return 413 if int(lengths[0]) > BODY else 0
