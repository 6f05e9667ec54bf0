"""Serves clients in a few processes that were there before, each one at a time.

    pnpm chapter 03 prefork-server --python
    pnpm chapter 03 client --python

From: S3, Linux網路程式設計(五)
"""

import argparse
import multiprocessing
import select
import socket

from child import Child
from tcplink import tcplink


def main():
    parser = argparse.ArgumentParser(description="Serves clients in a few processes.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=9999)
    parser.add_argument(
        "--think", type=float, default=0, help="seconds before each answer"
    )
    parser.add_argument("--workers", type=int, default=4, help="how many processes")
    args = parser.parse_args()
    if not 0 <= args.think <= 3600 or args.workers < 1:
        parser.error("--think must be 0 to 3600, --workers 1 or more")

    # step socket: an endpoint for TCP over IPv4, connected to nothing yet
    server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)

    # step reuse: bind even while old connections of this port wait to die
    # corrected: without it a restart fails for a minute (01 proof reuse)
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)

    # step bind: take an address of this host
    server.bind((args.host, args.port))

    # step listen: the clients for whom no worker has time wait in this queue
    server.listen(128)
    host, port = server.getsockname()
    print(f"listening on {host}:{port}", flush=True)
    print("Waiting for connection...", flush=True)

    while True:
        # step workers: as many as there shall be, each with the listening socket
        workers = multiprocessing.active_children()
        if len(workers) < args.workers:
            worker = Child(target=work, args=(server, args.think), daemon=True)
            worker.start()
            print(f"worker {worker.pid}", flush=True)
            continue

        # step wait: until one of them has ended; another one takes its place
        select.select([worker.sentinel for worker in workers], [], [])


# step accept: each worker is blocked in it, and a connection wakes one of them
# corrected: how they wait decides whether all wake (proof herd)
def work(server, think):
    while True:
        conn, addr = server.accept()
        tcplink(conn, addr, think)


if __name__ == "__main__":
    main()
