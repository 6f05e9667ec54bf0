"""Sends a file: its bytes, and nothing else.

    pnpm chapter 04 client --python
    pnpm chapter 04 client --python FILE

From: S1, 文件
"""

import argparse
import os
import socket

from progress import Progress

SAMPLE = os.path.abspath(os.path.join(__file__, "../../data/data.txt"))


def main():
    parser = argparse.ArgumentParser(description="Sends a file.")
    parser.add_argument("file", nargs="?", default=SAMPLE)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8848)
    args = parser.parse_args()

    # step open: a file that is not there costs nobody a connection
    file = open(args.file, "rb")
    progress = Progress(args.file, os.path.getsize(args.file))

    # step socket: an endpoint for TCP over IPv4, connected to nothing yet
    client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)

    # step connect: the kernel picks our port and shakes hands with the server's
    client.connect((args.host, args.port))

    # step send: piece by piece, so that no file is too large for our memory
    # corrected: 1024 bytes are only a small piece (01 proof partly)
    # corrected: send may take only a part of it (proof short-send)
    while piece := file.read(65536):
        client.sendall(piece)
        progress.advance(len(piece))

    # step close: the end of the stream is all that says where the file ends
    client.close()
    file.close()


if __name__ == "__main__":
    main()
