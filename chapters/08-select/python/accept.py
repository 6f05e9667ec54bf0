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
        # no room in this process, or in the whole system
        if error.errno in (errno.EMFILE, errno.ENFILE):
            turn_away(server, errno.errorcode[error.errno])
        return None
    if end is not None and sock.fileno() >= end:
        print("turned away", addr, f"no descriptor below {end} is free")
        sock.close()
        return None
    return Connection(sock, addr)


def turn_away(server, why):
    """Lets a client in and out again. Left in the queue, it would be ready for ever."""
    global spare
    if spare is not None:
        os.close(spare)
    try:
        sock, addr = server.accept()
        print("turned away", addr, why)
        sock.close()
    except OSError:
        pass  # it has left, or another program took the room
    try:
        spare = os.open(os.devnull, os.O_RDONLY)
    except OSError:
        spare = None  # another program did: the next client waits for room
