"""Sends a file with its length and digest, and prints what became of it.

    pnpm chapter 04 checked-client --python
    pnpm chapter 04 checked-client --python FILE

From: ours, the pair that knows a cut-off
"""

import argparse
import hashlib
import os
import select
import socket
import sys

from progress import Progress
from receiving import receive_answer

SAMPLE = os.path.abspath(os.path.join(__file__, "../../data/data.txt"))


def main():
    parser = argparse.ArgumentParser(description="Sends a file that is checked.")
    parser.add_argument("file", nargs="?", default=SAMPLE)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8848)
    args = parser.parse_args()
    if not 0 <= args.port <= 65535:
        parser.error("--port must be 0-65535")

    # step open: a file that is not there costs nobody a connection
    file = open(args.file, "rb")
    length = os.path.getsize(args.file)
    progress = Progress(args.file, length)

    # step connect: socket and connect in one call
    client = socket.create_connection((args.host, args.port))

    try:
        # step header: how many bytes come, and the file's name without its folders
        name = os.path.basename(args.file)
        client.sendall(f"{length} {name}\n".encode("utf-8"))

        # step send: piece by piece, until an answer comes: before the end it is a no
        digest = hashlib.sha256()
        while piece := file.read(65536):
            client.sendall(piece)
            digest.update(piece)
            progress.advance(len(piece))
            if select.select([client], [], [], 0)[0]:
                break

        # step digest: of what was sent, whatever has happened to the file meanwhile
        client.sendall(f"{digest.hexdigest()}\n".encode("utf-8"))
        client.shutdown(socket.SHUT_WR)
    except OSError:
        pass  # the server has broken off; perhaps it has said why

    # step answer: the server's last word
    answer = receive_answer(client)

    # step close: give the socket back to the kernel
    client.close()
    if answer != "文件上传成功":
        sys.exit(answer or "no answer: nobody knows what became of the file")
    print(answer)


if __name__ == "__main__":
    main()
