"""Receives one file, and ends.

    pnpm chapter 04 server --python
    pnpm chapter 04 client --python

From: S1, 文件
"""

import argparse
import os
import socket

RECEIVED = os.path.abspath(os.path.join(__file__, "../../received/file.txt"))


def main():
    parser = argparse.ArgumentParser(description="Receives one file.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8848)
    parser.add_argument("--to", metavar="FILE", default=RECEIVED)
    args = parser.parse_args()
    if os.path.isdir(args.to or "."):
        parser.error("--to must be a file, not a folder")

    # step socket: an endpoint for TCP over IPv4, connected to nothing yet
    server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)

    # step reuse: bind even while old connections of this port wait to die
    # corrected: without it a restart fails for a minute (01 proof reuse)
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)

    # step bind: take an address of this host
    server.bind((args.host, args.port))

    # step listen: from here on the kernel itself completes handshakes
    server.listen(1)
    host, port = server.getsockname()
    print(f"listening on {host}:{port}", flush=True)

    # step accept: take the first completed connection, as a socket of its own
    conn, addr = server.accept()

    # step part: the file has a name of its own until it is there
    # corrected: the notes leave half a file under the final one (proof cut-off)
    folder = os.path.dirname(os.path.abspath(args.to))
    if not os.path.exists(folder):
        os.mkdir(folder)
    part = f"{args.to}.{os.getpid()}.part"

    # step receive: piece by piece, up to the end of the stream
    # corrected: 1024 bytes are only a small piece (01 proof partly)
    try:
        with open(part, "wb") as file:
            while piece := conn.recv(65536):
                file.write(piece)

        # step rename: the final name appears, or changes hands, in one moment
        os.replace(part, args.to)
    except OSError:
        if os.path.exists(part):
            os.unlink(part)
        raise

    print(f"received {os.path.getsize(args.to)} bytes: {args.to}")

    # step close: both sockets, the client's and the listening one
    conn.close()
    server.close()


if __name__ == "__main__":
    main()
