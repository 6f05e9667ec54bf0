"""Sends back each datagram to where it came from: an operation is a recvfrom and a sendto."""

import socket

from rounds import listening, rounds


def main():
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind(("127.0.0.1", 0))
    listening(server)

    def echo(operations):
        for _ in range(operations):
            data, addr = server.recvfrom(1024)
            server.sendto(data, addr)

    rounds(echo)


if __name__ == "__main__":
    main()
