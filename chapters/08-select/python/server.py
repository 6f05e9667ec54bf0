"""Answers every client, and waits for all of them at once: by select.

    pnpm chapter 08 server --python
    pnpm chapter 08 client --python

From: S4, select IO多路复用服务器端
"""

import argparse
import select
import socket

from accept import accept
from connection import close_those_over

FD_SETSIZE = 1024


def main():
    parser = argparse.ArgumentParser(description="Answers every client.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8888)
    args = parser.parse_args()

    # step listen: socket, SO_REUSEADDR, bind and listen in one call
    # corrected: 0.0.0.0 lets in whoever reaches this host (01 proof everywhere)
    # corrected: 5 places are few for a crowd (01 proof backlog)
    server = socket.create_server((args.host, args.port), backlog=128)
    host, port = server.getsockname()
    print(f"listening on {host}:{port}", flush=True)

    # step nonblocking: "ready" is news of a moment ago
    # corrected: the notes' accept may wait after all (proof ready)
    server.setblocking(False)

    connections = []
    while True:
        # step watch: to write only where there is something to be written
        # corrected: one entry for each read piles up (proof write-list)
        # corrected: xlist is for urgent data, not for errors (proof events)
        rlist = [server, *(conn for conn in connections if conn.reads())]
        wlist = [conn for conn in connections if conn.writes()]

        # step wait: for as long as none of them is ready
        print("等待IO发生")
        rs, ws, _ = select.select(rlist, wlist, [])

        for r in rs:
            if r is server:
                # step accept: a socket of its own, if select can still watch it
                # corrected: the 1,024th ends the notes' server (proof limits)
                if conn := accept(server, FD_SETSIZE):
                    print("Connect from", conn.addr)
                    connections.append(conn)
            else:
                # step receive: one read for each, so that all have their turn
                # corrected: one dead client ends the notes' server (proof dead-client)
                data = r.receive(1024)
                if text := r.decoder.decode(data, final=r.ended):
                    print("Receive:", text)
                if data:
                    r.tell("这是一条回复消息")

        # step reply: as much as the kernel takes; the rest waits for its turn
        # corrected: even a writable socket can block (proof write-list)
        for w in ws:
            w.reply()

        # step close: who has said all, and heard all
        connections = close_those_over(connections)


if __name__ == "__main__":
    main()
