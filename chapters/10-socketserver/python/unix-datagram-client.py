"""Sends one datagram by a path, of 9000 bytes unless told, and prints the answer.

    pnpm chapter 10 unix-datagram-client --python

From: S3, 使用socketserver
"""

import argparse
import os
import shutil
import socket
import sys
import tempfile

PATH = os.path.join(tempfile.gettempdir(), "netnotes-10-datagram.sock")


def main():
    parser = argparse.ArgumentParser(description="Sends one datagram.")
    parser.add_argument("--path", default=PATH)
    parser.add_argument("--size", type=int, default=9000, help="in bytes")
    parser.add_argument("--timeout", type=float, default=5, help="in seconds")
    args = parser.parse_args()
    if not 0 <= args.size <= 65535:
        parser.error("--size must be 0-65535")
    if not 0 < args.timeout <= 3600:
        parser.error("--timeout must be above 0 and at most 3600 seconds")

    # step socket: an endpoint for datagrams within this computer
    client = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)

    # step bind: a path of our own; nobody could answer a client without one
    folder = tempfile.mkdtemp(prefix="netnotes-")
    try:
        client.bind(os.path.join(folder, "client"))

        # step connect: nothing is sent; we hear this server alone
        client.connect(args.path)

        # step timeout: nothing is lost here, but the server may take its time
        client.settimeout(args.timeout)

        # step send: one datagram; it waits while the server's queue is full
        client.send(b"x" * args.size)

        # step receive: one datagram, the whole of it
        answer = client.recv(65535)
        print(answer.decode("utf-8", errors="replace"))
    except socket.timeout:
        print(
            f"timed out after {args.timeout:g} s "
            "(the server does not answer: try again, or a longer --timeout)",
            file=sys.stderr,
        )
        sys.exit(1)
    finally:
        # step close: the socket, and its file, which would stay
        client.close()
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
