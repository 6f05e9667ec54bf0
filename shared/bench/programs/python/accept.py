"""Accepts connections that wait already, and closes them: an operation is an accept and a close."""

import socket

from rounds import listening, rounds


def main():
    server = socket.create_server(("127.0.0.1", 0))
    listening(server)

    def accept(operations):
        for _ in range(operations):
            conn, _ = server.accept()
            conn.close()

    rounds(accept)


if __name__ == "__main__":
    main()
