"""Sends every message back with its bytes reversed.

A buffered file reads exactly n bytes by itself.
"""

import argparse
import socket
import struct

parser = argparse.ArgumentParser()
parser.add_argument("--host", default="127.0.0.1")
parser.add_argument("--port", type=int, default=2121)
args = parser.parse_args()

server = socket.create_server((args.host, args.port))
print("listening on %s:%d" % server.getsockname())
while True:
    conn, _ = server.accept()
    with conn, conn.makefile("rb") as stream:
        while len(header := stream.read(4)) == 4:
            (length,) = struct.unpack("!I", header)
            message = stream.read(length)
            if len(message) < length:
                break
            conn.sendall(header + message[::-1])
