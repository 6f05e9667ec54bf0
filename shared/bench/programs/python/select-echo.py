"""Sends back what its connections send: an operation is a select, a recv and a sendall."""

import select
import socket
import sys

from rounds import listening, received, rounds


def main():
    connections = int(sys.argv[1])
    server = socket.create_server(("127.0.0.1", 0), backlog=connections)
    listening(server)
    conns = [server.accept()[0] for _ in range(connections)]

    def echo(operations):
        for _ in range(operations):
            readable, _, _ = select.select(conns, [], [])
            conn = readable[0]  # another one has its turn after the next select
            conn.sendall(received(conn.recv(1024)))

    rounds(echo)


if __name__ == "__main__":
    main()
