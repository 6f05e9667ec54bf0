"""Sends back what one connection sends: an operation is a recv and a sendall."""

import socket

from rounds import listening, received, rounds


def main():
    server = socket.create_server(("127.0.0.1", 0))
    listening(server)
    conn, _ = server.accept()

    def echo(operations):
        for _ in range(operations):
            conn.sendall(received(conn.recv(1024)))

    rounds(echo)


if __name__ == "__main__":
    main()
