"""Receives as many MiB as it is told, a read of at most SIZE bytes at a time: an operation is a MiB."""

import socket
import sys

from rounds import listening, received, rounds


def main():
    size = int(sys.argv[1])
    server = socket.create_server(("127.0.0.1", 0))
    listening(server)
    conn, _ = server.accept()

    def receive(mebibytes):
        left = mebibytes * 1024 * 1024
        conn.sendall(b"?")
        while left > 0:
            left -= len(received(conn.recv(size)))

    rounds(receive)


if __name__ == "__main__":
    main()
