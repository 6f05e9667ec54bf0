"""Sends back what any of its connections sends: an operation is a select, a recv and a sendall."""

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
        left = operations
        while left > 0:
            readable, _, _ = select.select(conns, [], [])
            for conn in readable:
                conn.sendall(received(conn.recv(1024)))
                left -= 1

    rounds(echo)


if __name__ == "__main__":
    main()
