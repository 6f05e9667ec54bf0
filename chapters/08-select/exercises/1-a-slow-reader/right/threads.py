"""Sends every client back what it says: a thread each, which may wait."""

import argparse
import socket
import threading


def serve(conn):
    with conn:
        try:
            while chunk := conn.recv(16384):
                conn.sendall(chunk)
        except OSError as error:
            print("lost a client:", error)


parser = argparse.ArgumentParser()
parser.add_argument("--host", default="127.0.0.1")
parser.add_argument("--port", type=int, default=8888)
args = parser.parse_args()

server = socket.create_server((args.host, args.port))
host, port = server.getsockname()
print(f"listening on {host}:{port}")
while True:
    conn, _ = server.accept()
    threading.Thread(target=serve, args=(conn,), daemon=True).start()
