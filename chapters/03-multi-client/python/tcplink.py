"""Speaks with one client: greets it, answers each name, until `exit` or its end."""

import codecs
import errno
import time


def tcplink(conn, addr, think):
    """Serves a connection to its end, whoever calls: main, a thread, a process."""
    host, port = addr
    try:
        say(f"Accept new connection from {host}:{port}...")
        conn.sendall(b"Welcome!")
        # Half a character waits in here until the rest arrives.
        decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        # One read is one name, for want of a mark between two of them.
        while chunk := conn.recv(1024):
            name = decoder.decode(chunk)
            if name == "exit":
                break
            if name:
                if think > 0:
                    time.sleep(think)
                conn.sendall(f"Hello, {name}!".encode("utf-8"))
    except OSError as error:
        # A client that vanishes costs only its own connection.
        say(f"lost {addr} {errno.errorcode[error.errno]}")
    finally:
        conn.close()
    say(f"Connection from {host}:{port} closed.")


def say(line):
    # One write for the whole line: those of two threads do not mix.
    try:
        print(line + "\n", end="", flush=True)
    except ConnectionError:
        pass  # nobody reads it any more; the clients are served all the same
