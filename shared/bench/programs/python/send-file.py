"""Reads a file and sends it, 64 KiB at a time, as chapter 04's client does: an operation is a MiB."""

import socket

from rounds import listening, rounds


def main():
    server = socket.create_server(("127.0.0.1", 0))
    listening(server)

    def send(mebibytes):
        conn, _ = server.accept()
        with open("/dev/zero", "rb") as file:
            for _ in range(mebibytes * 16):
                conn.sendall(file.read(65536))
        conn.close()

    rounds(send)


if __name__ == "__main__":
    main()
