"""Answers every client by asking each of them, again and again: no call waits.

    pnpm chapter 08 nonblocking-server --python
    pnpm chapter 08 client --python

From: S4, 非阻塞IO
"""

import argparse
import socket
import time

from accept import accept
from connection import close_those_over


def main():
    parser = argparse.ArgumentParser(description="Answers every client by asking all.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8888)
    parser.add_argument("--pause", type=float, default=0.01, help="in seconds; 0: none")
    args = parser.parse_args()
    if not 0 <= args.pause <= 60:
        parser.error("--pause must be 0 to 60 seconds")

    # step listen: socket, SO_REUSEADDR, bind and listen in one call
    server = socket.create_server((args.host, args.port), backlog=128)
    host, port = server.getsockname()
    print(f"listening on {host}:{port}", flush=True)

    # step nonblocking: what would have to wait is EAGAIN, BlockingIOError, instead
    server.setblocking(False)

    connections = []
    while True:
        # step accept: one client after the other, until nobody waits
        while conn := accept(server):
            print("Connect from", conn.addr)
            connections.append(conn)

        for conn in connections:
            # step receive: what has come, or nothing
            if conn.reads():
                data = conn.receive(1024)
                if text := conn.decoder.decode(data, final=conn.ended):
                    print("Receive:", text)
                if data:
                    conn.tell("这是一条回复消息")

            # step reply: as much as the kernel takes, or nothing
            if conn.writes():
                conn.reply()

        # step close: who has said all, and heard all
        connections = close_those_over(connections)

        # step pause: or a whole processor is spent on asking
        # corrected: the notes' loop has none (proof waiting)
        time.sleep(args.pause)


if __name__ == "__main__":
    main()
