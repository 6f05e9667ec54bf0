"""A Unix socket's file outlives its server: what to do about one that is in the way."""

import errno
import os
import socket
import stat


def remove_stale(path):
    """Removes the file of a socket that is no more. Whose server lives keeps it.

    Between the question and the answer another server could start: who has to
    rule that out holds a lock on a file beside it (flock(2)).
    """
    # connect refuses any other file as it does a stale one, and those are not ours
    if not os.path.lexists(path) or not stat.S_ISSOCK(os.lstat(path).st_mode):
        return
    # a datagram's socket: connect sends nothing then, and a server for streams,
    # which refuses it as the wrong type (EPROTOTYPE), never hears of it
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as probe:
        if probe.connect_ex(path) == errno.ECONNREFUSED:
            os.unlink(path)
