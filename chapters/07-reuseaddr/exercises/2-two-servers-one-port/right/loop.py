"""Tells each client its name, beside others on the same port: one loop."""

import argparse
import select
import socket
import sys

parser = argparse.ArgumentParser()
parser.add_argument("--host", default="127.0.0.1")
parser.add_argument("--port", type=int, default=2121)
parser.add_argument("--name", default="somebody")
args = parser.parse_args()

server = socket.socket()
# Enough by itself: it minds no old connections either, if all shared the port.
server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
server.bind((args.host, args.port))
server.listen()
server.setblocking(False)
host, port = server.getsockname()
print(f"listening on {host}:{port}")

typed = False
while not typed:
    ready, _, _ = select.select([server, sys.stdin], [], [])
    typed = sys.stdin in ready
    try:
        while True:
            conn, _ = server.accept()
            with conn:
                conn.sendall(args.name.encode() + b"\n")
    except BlockingIOError:
        pass  # that was the last one who waited
