"""What the server has to say: a file, or a few words where there is none.

See also RFC 9110, section 15 (status codes).
"""

from email.utils import formatdate

from files import TYPES, path_of, read_file

REASONS = {
    200: "OK",
    400: "Bad Request",
    404: "Not Found",
    405: "Method Not Allowed",
    408: "Request Timeout",
    413: "Content Too Large",
    414: "URI Too Long",
    431: "Request Header Fields Too Large",
    501: "Not Implemented",
    505: "HTTP Version Not Supported",
}
#: Methods that mean something, but not for a page.
OTHERS = ("POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH")


class Page:
    """A status and its body: words that repeat it, unless there is a better one."""

    def __init__(self, status, found=None):
        self.status = f"{status} {REASONS[status]}"
        words = f"{self.status}\n".encode("ascii")
        self.body, self.kind = found or (words, TYPES[".txt"])

    def answer(self, method):
        """The answer as it is sent: status line, fields, blank line, body."""
        lines = [
            f"HTTP/1.1 {self.status}",
            f"Content-Type: {self.kind}",
            f"Content-Length: {len(self.body)}",
            *(["Allow: GET, HEAD"] if self.status.startswith("405") else []),
            "Connection: close",
            f"Date: {formatdate(usegmt=True)}",
        ]
        head = "".join(f"{line}\r\n" for line in lines) + "\r\n"
        # HEAD asks for what GET would get, without the body.
        return head.encode("ascii") + (b"" if method == "HEAD" else self.body)


def page_for(root, request):
    """What a request gets."""
    if request.refused:
        return Page(request.refused)
    if request.method not in ("GET", "HEAD"):
        return Page(405 if request.method in OTHERS else 501)
    path = path_of(request.target)
    if path is None:
        return Page(400)
    found = read_file(root, path)
    if found:
        return Page(200, found)
    return Page(404, read_file(root, "/not-found.html"))
