"""What a stream lacks: lines, so many bytes, and an end that destroys nothing."""

import hashlib
import re
import socket
import time


def receive_line(conn, most):
    """A line without its newline; less where the stream ends, or the line is too long.

    It takes a byte at a time, so that nothing is taken of what follows.
    """
    line = b""
    while len(line) < most and (byte := conn.recv(1)) not in (b"", b"\n"):
        line += byte
    return line.decode("utf-8", errors="replace")


def receive_answer(conn):
    """The server's last word, in one line; empty if none comes."""
    try:
        answer = receive_line(conn, 1024)
    except OSError:
        return ""  # reset: no matter by whom, or when
    # a stranger's control characters are not for our terminal
    return re.sub("[\x00-\x1f\x7f-\x9f]", "\ufffd", answer)


def receive_bytes(conn, length, file):
    """So many bytes, into a file. Returns their SHA-256, as hexadecimal digits."""
    digest = hashlib.sha256()
    while length > 0:
        piece = conn.recv(min(length, 65536))
        if not piece:
            raise ValueError(f"{length} bytes are missing")
        file.write(piece)
        digest.update(piece)
        length -= len(piece)
    return digest.hexdigest()


def close_with(conn, answer, seconds):
    """Answers, and closes when the peer has; until then it reads and forgets.

    A close with bytes unread sends a reset, and that may destroy the answer.
    """
    until = time.monotonic() + seconds
    try:
        conn.sendall(answer.encode("utf-8"))
        conn.shutdown(socket.SHUT_WR)
        conn.settimeout(1)
        while time.monotonic() < until and conn.recv(65536):
            pass
    except OSError:
        pass  # gone, or silent: nobody is left to tell
    conn.close()
