"""Serves each client in a process of its own, which gets the connection.

Start it first, and clients in other terminals:

    pnpm chapter 03 process-server --python
    pnpm chapter 03 client --python

From: S0, 建立新程序處理連線
"""

import argparse
import multiprocessing
import select
import socket

from child import Child
from tcplink import tcplink


def main():
    parser = argparse.ArgumentParser(description="Serves each client in a process.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=9999)
    parser.add_argument(
        "--think", type=float, default=0, help="seconds before each answer"
    )
    args = parser.parse_args()
    if not 0 <= args.think <= 3600:
        parser.error("--think must be 0 to 3600")

    # step socket: an endpoint for TCP over IPv4, connected to nothing yet
    server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)

    # step reuse: bind even while old connections of this port wait to die
    # corrected: without it a restart fails for a minute (01 proof reuse)
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)

    # step bind: take an address of this host
    server.bind((args.host, args.port))

    # step listen: room for a crowd that comes at once
    # corrected: in a queue of 5 the others wait for seconds (01 proof backlog)
    server.listen(128)
    host, port = server.getsockname()
    print(f"listening on {host}:{port}", flush=True)
    print("Waiting for connection...", flush=True)

    while True:
        # step reap: ask after the children, so that the kernel can forget the ended
        children = multiprocessing.active_children()

        # step wait: for a client, or for the end of one of the children
        ends = [child.sentinel for child in children]
        ready, _, _ = select.select([server, *ends], [], [])
        if server not in ready:
            continue

        # step accept: the next client, whatever the others do meanwhile
        conn, addr = server.accept()

        # step process: it gets the connection, and ends with this one at the latest
        child = Child(
            target=tcplink,
            args=(conn, addr, args.think),
            daemon=True,
        )
        child.start()

        # step hand-over: with our copy open the client would never see the end
        conn.close()


if __name__ == "__main__":
    main()
