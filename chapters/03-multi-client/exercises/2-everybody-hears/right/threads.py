"""Passes on what one client says to all the others: a thread each."""

import argparse
import socket
import threading

clients = set()
lock = threading.Lock()


def serve(conn):
    with conn, conn.makefile("rb") as lines:
        try:
            with lock:
                clients.add(conn)
                conn.sendall(b"Welcome!\n")
            for line in lines:
                if line.endswith(b"\n"):
                    tell_others(conn, line)
        except OSError as error:
            print("lost a client:", error)
        finally:
            with lock:
                clients.remove(conn)


def tell_others(conn, line):
    with lock:
        for other in clients - {conn}:
            try:
                other.sendall(line)
            except OSError:
                pass  # its own thread will find out


parser = argparse.ArgumentParser()
parser.add_argument("--host", default="127.0.0.1")
parser.add_argument("--port", type=int, default=9999)
args = parser.parse_args()

server = socket.create_server((args.host, args.port))
host, port = server.getsockname()
print(f"listening on {host}:{port}")
while True:
    conn, _ = server.accept()
    threading.Thread(target=serve, args=(conn,), daemon=True).start()
