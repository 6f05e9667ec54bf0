"""Sends a file, and waits until the server says that it has it.

    pnpm chapter 04 multi-client --python
    pnpm chapter 04 multi-client --python FILE

From: ours, the notes have no client for their server
"""

import argparse
import os
import socket
import sys

from progress import Progress

SAMPLE = os.path.abspath(os.path.join(__file__, "../../data/data.txt"))


def main():
    parser = argparse.ArgumentParser(description="Sends a file, and is told so.")
    parser.add_argument("file", nargs="?", default=SAMPLE)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8888)
    args = parser.parse_args()

    # step open: a file that is not there costs nobody a connection
    file = open(args.file, "rb")
    progress = Progress(args.file, os.path.getsize(args.file))

    # step socket: an endpoint for TCP over IPv4, connected to nothing yet
    client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)

    # step connect: the kernel picks our port and shakes hands with the server's
    client.connect((args.host, args.port))

    # step send: piece by piece, so that no file is too large for our memory
    while piece := file.read(65536):
        client.sendall(piece)
        progress.advance(len(piece))
    file.close()

    # step half-close: the server waits for our end, and we for its answer
    # corrected: without it both would wait for ever (proof acknowledge)
    client.shutdown(socket.SHUT_WR)

    # step answer: to the end of the stream, or as much as can be one
    answer = client.makefile("rb").read(1024).decode("utf-8", errors="replace")

    # step close: give the socket back to the kernel
    client.close()
    if answer != "文件上传成功":
        sys.exit(f"no acknowledgement: {answer!r}")
    print(answer)


if __name__ == "__main__":
    main()
