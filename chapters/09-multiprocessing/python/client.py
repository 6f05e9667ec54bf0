"""Asks the server how many primes there are up to some numbers.

    pnpm chapter 09 client --python
    pnpm chapter 09 client --python 10000000 10000000

From: ours
"""

import argparse
import socket
import sys

POWERS = [10, 100, 1_000, 10_000, 100_000, 1_000_000]


def main():
    parser = argparse.ArgumentParser(description="Asks for primes up to some numbers.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=9090)
    parser.add_argument("numbers", type=int, nargs="*", default=POWERS)
    args = parser.parse_args()

    # step socket: an endpoint for TCP over IPv4, connected to nothing yet
    client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)

    # step connect: the server's parent process takes us, and stays in between
    client.connect((args.host, args.port))

    # step lines: read as a file of text, an answer is a line however it comes
    answers = client.makefile("r", encoding="utf-8", errors="replace", newline="\n")

    for number in args.numbers:
        answer = "ask again"
        # step again: counting changes nothing, so that asking twice does no harm
        while answer.endswith("ask again"):
            # step ask: a number on a line of its own
            client.sendall(f"{number}\n".encode("utf-8"))

            # step answer: one line for one, and who has counted
            line = answers.readline()
            if not line.endswith("\n"):
                sys.exit("the server left before it had answered")
            answer = line.rstrip("\n")
            print(f"{number}: {answer}", flush=True)

    # step close: give the socket back to the kernel
    answers.close()
    client.close()


if __name__ == "__main__":
    main()
