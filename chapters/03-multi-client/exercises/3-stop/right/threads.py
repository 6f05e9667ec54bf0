"""Answers each line of its clients, until it is told to stop: threads only."""

import argparse
import socket
import sys
import threading


def talk(conn):
    with conn, conn.makefile("rb") as lines:
        try:
            conn.sendall(b"Welcome!\n")
            for line in lines:
                conn.sendall(b"Hello, " + line.rstrip(b"\n") + b"!\n")
        except OSError as error:
            print("lost a client:", error)


def accept(server):
    try:
        while True:
            conn, _ = server.accept()
            threading.Thread(target=talk, args=(conn,)).start()
    except OSError:
        pass  # nobody waits, and nobody shall come any more


parser = argparse.ArgumentParser()
parser.add_argument("--host", default="127.0.0.1")
parser.add_argument("--port", type=int, default=9999)
args = parser.parse_args()

server = socket.create_server((args.host, args.port), backlog=64)
host, port = server.getsockname()
print(f"listening on {host}:{port}")
accepting = threading.Thread(target=accept, args=(server,))
accepting.start()

sys.stdin.readline()
# Whoever waits is accepted here; then the thread that waits in accept is woken.
server.setblocking(False)
accept(server)
server.shutdown(socket.SHUT_RDWR)
accepting.join()
server.close()
print("stopping")
