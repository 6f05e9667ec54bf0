"""Sends a text in one encoding, and prints the bytes that it is.

    pnpm chapter 06 client --python
    pnpm chapter 06 client --python --encoding gbk 你好

From: ours
"""

import argparse
import socket

ENCODINGS = ["utf-8", "gbk", "gb18030", "big5", "utf-16le"]


def main():
    parser = argparse.ArgumentParser(description="Sends a text in one encoding.")
    parser.add_argument("text", nargs="?", default="黑马aB1!")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=6066)
    parser.add_argument("--encoding", default="utf-8", choices=ENCODINGS)
    args = parser.parse_args()

    # step encode: a socket takes bytes; a character that the table lacks ends here
    data = args.text.encode(args.encoding)

    # step socket: an endpoint for TCP over IPv4, connected to nothing yet
    client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)

    # step connect: the kernel picks our port and shakes hands with the server's
    client.connect((args.host, args.port))

    # step send: the bytes alone; nothing says in which encoding they are
    client.sendall(data)
    print(f'"{args.text}" in {args.encoding}: {data.hex(" ")}')

    # step close: the server reads the end of the stream
    client.close()


if __name__ == "__main__":
    main()
