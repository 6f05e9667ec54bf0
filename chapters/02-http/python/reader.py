"""Reads a connection by lines and by counts, in whatever pieces its bytes arrive."""

import re
import socket
import time


def seconds(text):
    """A time as a person types it: whole seconds, from 1 to 999999."""
    if not re.fullmatch("[1-9][0-9]{0,5}", text):
        raise ValueError("no such time")
    return int(text)


class Reader:
    """What has arrived on a connection and is not taken yet, and what will come."""

    def __init__(self, conn, limit=None):
        """`limit`, if given, is the time for all of the reading, in seconds."""
        self.conn = conn
        self.deadline = None if limit is None else time.monotonic() + limit
        self.rest = b""

    def receive(self):
        """The next bytes to arrive; none at the end of the stream."""
        if self.deadline is not None:
            left = self.deadline - time.monotonic()
            if left <= 0:
                raise socket.timeout("timed out")
            self.conn.settimeout(left)
        return self.conn.recv(16384)

    def line(self, most):
        """The next line with its end; without one where the stream ends first.

        It is longer than `most` bytes only if the line is, and perhaps not all of it.
        """
        while b"\n" not in self.rest and len(self.rest) <= most:
            chunk = self.receive()
            self.rest += chunk
            # No line has a NUL: whoever sends one speaks something else, such as TLS.
            if not chunk or b"\0" in chunk:
                break
        end = self.rest.find(b"\n") + 1 or len(self.rest)
        line, self.rest = self.rest[:end], self.rest[end:]
        return line

    def some(self, most):
        """At most that many bytes, at least one; none at the end of the stream."""
        chunk = self.rest or self.receive()
        self.rest = chunk[most:]
        return chunk[:most]

    def drain(self):
        """Reads past what still comes, to the end of the stream or of the time."""
        try:
            while self.receive():
                pass
        except socket.timeout:
            pass
