"""Prints pages that come in chunks, all of them over one connection."""

import argparse
import re
import socket
import sys


class Reader:
    def __init__(self, conn):
        self.conn = conn
        self.rest = b""

    def until(self, mark):
        while mark not in self.rest:
            self.more()
        found, _, self.rest = self.rest.partition(mark)
        return found

    def exactly(self, size):
        while len(self.rest) < size:
            self.more()
        found, self.rest = self.rest[:size], self.rest[size:]
        return found

    def more(self):
        chunk = self.conn.recv(1000)
        if not chunk:
            sys.exit("the server ended in the middle")
        self.rest += chunk


parser = argparse.ArgumentParser()
parser.add_argument("--host", default="127.0.0.1")
parser.add_argument("--port", type=int, default=8000)
parser.add_argument("path", nargs="+")
args = parser.parse_args()

with socket.create_connection((args.host, args.port)) as conn:
    reader = Reader(conn)
    for path in args.path:
        request = f"GET {path} HTTP/1.1\r\nHost: {args.host}\r\n\r\n"
        conn.sendall(request.encode())
        reader.until(b"\r\n\r\n")
        while True:
            size = reader.until(b"\r\n").partition(b";")[0]
            if not re.fullmatch(rb"[0-9a-fA-F]+", size):
                sys.exit(f"this is no size: {size!r}")
            if int(size, 16) == 0:
                break
            chunk = reader.exactly(int(size, 16))
            if reader.exactly(2) != b"\r\n":
                sys.exit("the chunk is longer than its size")
            sys.stdout.buffer.write(chunk)
        while reader.until(b"\r\n"):
            pass
