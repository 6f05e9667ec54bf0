"""A client, as a server has it that must never wait for one of many."""

import codecs
import errno
import os

#: Bytes of replies that a client has not taken: with so many it is not read any more.
FULL = 65536

#: Given up for a moment when there is no descriptor left: see turn_away.
spare = os.open(os.devnull, os.O_RDONLY)


def accept(server, end=None):
    """The next client; None when it has left already, or there is no room for it.

    end: where the descriptors end that can be waited for
    """
    try:
        sock, addr = server.accept()
    except OSError as error:
        if error.errno == errno.EMFILE:
            turn_away(server)
        return None
    if end is not None and sock.fileno() >= end:
        print("turned away", addr, f"no descriptor below {end} is free")
        sock.close()
        return None
    return Connection(sock, addr)


def turn_away(server):
    """Lets a client in and out again. Left in the queue, it would be ready for ever."""
    global spare
    os.close(spare)
    try:
        sock, addr = server.accept()
        print("turned away", addr, "EMFILE")
        sock.close()
    except OSError:
        pass  # it has left, or somebody else took the descriptor
    spare = os.open(os.devnull, os.O_RDONLY)


class Connection:
    """One client: its socket, and the replies that it has not taken yet."""

    def __init__(self, sock, addr):
        sock.setblocking(False)
        self.sock = sock
        self.addr = addr
        self.decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
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
        """What it says; nothing at its end, when it is lost, and when it says nothing."""
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
