"""Answers every client, and waits for all of them at once: by poll.

    pnpm chapter 08 poll-server --python
    pnpm chapter 08 client --python

From: S4, poll方法实现IO多路复用
"""

import argparse
import select
import socket

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
    print(f"listening on {host}:{port}", flush=True)

    # step poll: the object that keeps what is watched, and for what
    p = select.poll()

    # step register: the listening socket is readable when a client waits
    # corrected: POLLERR comes unasked, and it is not xlist (proof events)
    p.register(server, select.POLLIN)

    connections = {}
    while True:
        # step wait: for as long as none of them is ready
        print("等待IO发生")
        for fd, event in p.poll():
            if fd == server.fileno():
                # step accept: register it, and remember whose descriptor it is
                if conn := accept(server):
                    print("Connect from", conn.addr)
                    connections[conn.fileno()] = conn
                    p.register(conn, select.POLLIN)
                continue
            conn = connections[fd]

            # step receive: POLLHUP and POLLERR, too: recv tells what happened
            if event & ~select.POLLOUT:
                data = conn.receive(1024)
                if text := conn.decoder.decode(data, final=conn.ended):
                    print("Receive:", text)
                if data:
                    conn.tell("这是一条回复消息")

            # step reply: as much as the kernel takes; the rest waits for its turn
            if event & select.POLLOUT:
                conn.reply()

            # step close: out of the list first; a closed socket has no number
            if conn.is_over():
                p.unregister(conn)
                del connections[fd]
                conn.sock.close()
                continue

            # step modify: to write only where there is something to be written
            reads = select.POLLIN if conn.reads() else 0
            writes = select.POLLOUT if conn.writes() else 0
            p.modify(conn, reads | writes)


if __name__ == "__main__":
    main()
