"""A client, as a server has it that must never wait for one of many."""

import codecs
import errno

from lines import Lines

#: Bytes of replies that a client has not taken: with so many it is not read.
FULL = 65536


class Connection:
    """One client: its socket, and what is unfinished in either direction."""

    def __init__(self, sock, addr):
        sock.setblocking(False)
        self.sock = sock
        self.addr = addr
        self.decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self.lines = Lines()
        self.replies = b""
        self.ended = False
        self.lost = False

    def fileno(self):
        """What select, poll and epoll ask everything for that they watch."""
        return self.sock.fileno()

    def tell(self, reply):
        """Has it told so much more, as soon as it takes it."""
        self.replies += reply.encode("utf-8")

    def reads(self):
        """Whether to read from it: it may say more, and takes its replies."""
        return not self.ended and len(self.replies) < FULL

    def writes(self):
        """Whether there is something to write."""
        return len(self.replies) > 0

    def is_over(self):
        """Whether nothing is left to do but to close it."""
        return self.lost or (self.ended and not self.replies)

    def receive(self, size):
        """What it says: nothing when it is silent, has ended, or is lost."""
        data = b""
        try:
            data = self.sock.recv(size)
            self.ended = not data
        except BlockingIOError:
            pass
        except OSError as error:
            self.lose(errno.errorcode[error.errno])
        return data

    def reply(self):
        """Sends as much as the kernel takes."""
        try:
            sent = self.sock.send(self.replies)
            self.replies = self.replies[sent:]
        except BlockingIOError:
            pass
        except OSError as error:
            self.lose(errno.errorcode[error.errno])

    def lose(self, reason):
        """Gives it up: no other client has to suffer for it."""
        if not self.lost:
            print("lost", self.addr, reason)
        self.ended = self.lost = True


def close_those_over(connections):
    """Closes who has said all and heard all, or is lost; returns the others."""
    for conn in connections:
        if conn.is_over():
            conn.sock.close()
    return [conn for conn in connections if not conn.is_over()]
