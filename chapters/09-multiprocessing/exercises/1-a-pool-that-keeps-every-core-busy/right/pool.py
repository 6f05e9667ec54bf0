"""Counts primes for whoever asks: with Python's own pool."""

import argparse
import multiprocessing
import os
import socket


def count_primes(limit):
    print(f"process {os.getpid()} counts to {limit}")
    count = 0
    for n in range(2, limit + 1):
        divisor = 2
        while divisor * divisor <= n and n % divisor != 0:
            divisor += 1
        count += divisor * divisor > n
    return f"{limit}: {count}".encode()


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=9090)
    parser.add_argument("--workers", type=int, default=2)
    args = parser.parse_args()

    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind((args.host, args.port))
    host, port = server.getsockname()

    # It replaces whoever is killed; the question of that one is lost.
    with multiprocessing.Pool(args.workers) as pool:
        print(f"listening on {host}:{port}")
        while True:
            question, client = server.recvfrom(1024)
            pool.apply_async(
                count_primes,
                [int(question)],
                callback=lambda answer, to=client: server.sendto(answer, to),
            )
