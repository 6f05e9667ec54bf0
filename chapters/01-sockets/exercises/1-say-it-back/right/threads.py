"""Sends every client back what it says: a thread each."""

import argparse
import socket
import threading


def serve(conn):
    with conn:
        try:
            while chunk := conn.recv(4096):
                conn.sendall(chunk)
        except OSError as error:
            print("lost a client:", error)


parser = argparse.ArgumentParser()
parser.add_argument("--host", default="127.0.0.1")
parser.add_argument("--port", type=int, default=2121)
args = parser.parse_args()

server = socket.create_server((args.host, args.port))
host, port = server.getsockname()
print(f"listening on {host}:{port}")
while True:
    conn, _ = server.accept()
    threading.Thread(target=serve, args=(conn,), daemon=True).start()
