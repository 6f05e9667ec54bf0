"""Answers every client, and waits for all of them at once: by epoll.

Linux only.

    pnpm chapter 08 epoll-server --python
    pnpm chapter 08 client --python

From: S4, select模块
"""

import argparse
import select
import socket
import sys

from accept import accept


def main():
    parser = argparse.ArgumentParser(description="Answers every client.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8888)
    args = parser.parse_args()

    # step listen: socket, SO_REUSEADDR, bind and listen in one call
    server = socket.create_server((args.host, args.port), backlog=128)
    server.setblocking(False)
    host, port = server.getsockname()

    # step epoll: the kernel itself keeps what is watched, in a file of its own
    # corrected: other Unix systems do not have it (proof event-loop)
    if not hasattr(select, "epoll"):
        sys.exit("epoll: only Linux has it; select and poll run here as well")
    epoll = select.epoll()
    print(f"listening on {host}:{port}", flush=True)

    # step register: the listening socket is readable when a client waits
    epoll.register(server, select.EPOLLIN)

    connections = {}
    while True:
        # step wait: for as long as none of them is ready
        print("等待IO发生")
        for fd, event in epoll.poll():
            if fd == server.fileno():
                # step accept: register it, and remember whose descriptor it is
                if conn := accept(server):
                    print("Connect from", conn.addr)
                    connections[conn.fileno()] = conn
                    epoll.register(conn, select.EPOLLIN)
                continue
            conn = connections[fd]

            # step receive: EPOLLHUP and EPOLLERR, too: recv tells what happened
            if event & ~select.EPOLLOUT:
                data = conn.receive(1024)
                if text := conn.decoder.decode(data, final=conn.ended):
                    print("Receive:", text)
                if data:
                    conn.tell("这是一条回复消息")

            # step reply: as much as the kernel takes; the rest waits for its turn
            if event & select.EPOLLOUT:
                conn.reply()

            # step close: the kernel takes a closed socket out by itself
            if conn.is_over():
                del connections[fd]
                conn.sock.close()
                continue

            # step modify: to write only where there is something to be written
            reads = select.EPOLLIN if conn.reads() else 0
            writes = select.EPOLLOUT if conn.writes() else 0
            epoll.modify(conn, reads | writes)


if __name__ == "__main__":
    main()
