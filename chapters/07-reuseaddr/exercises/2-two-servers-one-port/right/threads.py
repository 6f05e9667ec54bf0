"""Tells each client its name, beside others on the same port: two threads."""

import argparse
import socket
import sys
import threading


def accept(server, name):
    try:
        while True:
            conn, _ = server.accept()
            with conn:
                conn.sendall(name.encode() + b"\n")
    except OSError:
        pass  # nobody waits, and nobody shall come any more


parser = argparse.ArgumentParser()
parser.add_argument("--host", default="127.0.0.1")
parser.add_argument("--port", type=int, default=2121)
parser.add_argument("--name", default="somebody")
args = parser.parse_args()

server = socket.create_server(
    (args.host, args.port), backlog=128, reuse_port=True
)
host, port = server.getsockname()
print(f"listening on {host}:{port}")
accepting = threading.Thread(target=accept, args=(server, args.name))
accepting.start()

sys.stdin.readline()
# Whoever waits is served here; then the thread that waits in accept is woken.
server.setblocking(False)
accept(server, args.name)
server.shutdown(socket.SHUT_RDWR)
accepting.join()
