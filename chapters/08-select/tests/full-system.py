"""Lets a client in while the whole system has no file left, once."""

import errno
import os
import socket
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../python"))

from accept import accept  # noqa: E402


class Full:
    """A listening socket that accept fails on, the first time."""

    def __init__(self):
        self.server = socket.create_server(("127.0.0.1", 0))
        self.errors = [OSError(errno.ENFILE, "too many open files in system")]

    def accept(self):
        if self.errors:
            raise self.errors.pop()
        return self.server.accept()


full = Full()
client = socket.create_connection(full.server.getsockname())
accept(full)
print("the end" if client.recv(1) == b"" else "an answer")
