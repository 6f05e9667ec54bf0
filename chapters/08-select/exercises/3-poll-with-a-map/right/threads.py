"""Passes on what each client says to another server: two threads each."""

import argparse
import socket
import threading


def pump(source, sink):
    try:
        while chunk := source.recv(4096):
            sink.sendall(chunk)
        sink.shutdown(socket.SHUT_WR)
    except OSError as error:
        print("lost a connection:", error)
        for conn in source, sink:
            try:
                conn.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass


def serve(client):
    with client:
        try:
            target = socket.create_connection(("127.0.0.1", args.to_port))
        except OSError as error:
            print("nobody to pass it on to:", error)
            return
        with target:
            there = threading.Thread(target=pump, args=(client, target))
            there.start()
            pump(target, client)
            there.join()


parser = argparse.ArgumentParser()
parser.add_argument("--host", default="127.0.0.1")
parser.add_argument("--port", type=int, default=8888)
parser.add_argument("--to-port", type=int, required=True)
args = parser.parse_args()

server = socket.create_server((args.host, args.port))
host, port = server.getsockname()
print(f"listening on {host}:{port}")
while True:
    conn, _ = server.accept()
    threading.Thread(target=serve, args=(conn,), daemon=True).start()
