"""Letting clients in, as long as there is room for them."""

import errno
import os

from connection import Connection

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
