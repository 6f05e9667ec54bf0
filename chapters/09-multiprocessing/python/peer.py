"""A client's connection, and what has come over it that is not answered yet."""

import errno
import re
import socket

from primes import LARGEST

#: How many clients are served at the same time; others wait to be accepted.
MOST = 100


class Peer:
    def __init__(self, conn):
        self.conn = conn
        self.unread = b""
        self.waiting = False  # for an answer; until then nothing more is read
        self.left = False  # nothing more will come

    def fileno(self):
        return self.conn.fileno()

    def receive(self):
        """Reads once, when `select` says so. The end of the stream ends a line, too."""
        try:
            chunk = self.conn.recv(1024)
        except OSError:
            return self.lose()
        self.unread += chunk
        if not chunk:
            self.left = True
            self.unread += b"\n" if self.unread else b""

    def question(self):
        """The next number; None until a line is whole. Says at once what is none."""
        while b"\n" in self.unread:
            line, self.unread = self.unread.split(b"\n", 1)
            found = re.fullmatch(rb"(\d{1,8})\r?", line)
            if found and int(found[1]) <= LARGEST:
                self.waiting = True
                return int(found[1])
            self.tell(f"error: a whole number from 0 to {LARGEST}, please")
        # Of a line without an end, its last bytes suffice to find it wrong.
        self.unread = self.unread[-20:]
        return None

    def tell(self, line):
        """Sends a line to a client that may be gone, or may never read its answers."""
        self.waiting = False
        try:
            # To wait for one client would be to keep all others waiting.
            self.conn.sendall(f"{line}\n".encode("utf-8"), socket.MSG_DONTWAIT)
        except OSError:
            self.lose()

    def lose(self):
        self.left = True
        self.unread = b""


def accept(server, peers):
    """Lets the next client in, if there is room; returns how many there may be."""
    try:
        peers.append(Peer(server.accept()[0]))
    except OSError as error:
        if error.errno != errno.EMFILE or not peers:
            raise
        return len(peers)  # the others wait until one of these leaves
    return MOST
