"""Counts the primes up to the numbers that clients send, in a pool of processes.

    pnpm chapter 09 server --python
    pnpm chapter 09 client --python

From: ours
"""

import argparse
import multiprocessing
import select
import socket

from peer import MOST, accept
from pool import Pool


def main():
    parser = argparse.ArgumentParser(description="Counts primes for its clients.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=9090)
    parser.add_argument(
        "--workers",
        type=int,
        default=multiprocessing.cpu_count(),
        help="how many processes count",
    )
    args = parser.parse_args()
    if not 1 <= args.workers <= 100:
        parser.error("--workers must be 1 to 100")

    # step listen: socket, SO_REUSEADDR, bind and listen in one call
    server = socket.create_server((args.host, args.port))
    host, port = server.getsockname()
    print(f"listening on {host}:{port}", flush=True)

    pool, peers, most = Pool(args.workers), [], MOST
    while True:
        # step workers: as many as there shall be, also after one was killed
        pool.fill([server, *[peer.conn for peer in peers]])

        # step question: the next one of each client who waits for no answer
        for peer in [peer for peer in peers if not peer.waiting]:
            limit = peer.question()
            if limit is not None:
                pool.ask(peer, limit)
            elif peer.left:
                # step close: of a client, and say how the work has been spread
                peers.remove(peer)
                peer.conn.close()
                print(pool.shares(), flush=True)

        # step assign: the oldest question to the worker who was idle for longest
        pool.assign()

        # step wait: for a client, for what one says, for an answer, a worker's end
        silent = [peer for peer in peers if not peer.waiting]
        listening = [server] if len(peers) < most else []
        ready, _, _ = select.select([*listening, *silent, *pool.workers], [], [])
        for one in ready:
            if one is server:
                # step accept: the next client
                most = accept(server, peers)
            elif one in silent:
                # step receive: some of a line, or several
                one.receive()
            else:
                # step answer: to whoever has asked; a worker's end is one, too
                peer, line = pool.answer(one)
                if peer:
                    peer.tell(line)


if __name__ == "__main__":
    main()
