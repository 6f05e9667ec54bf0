"""Connects, prints what the server says, and ends.

    pnpm chapter 10 client --python

From: S3, 使用socketserver
"""

import argparse
import socket


def main():
    parser = argparse.ArgumentParser(description="Prints what the server says.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=1234)
    args = parser.parse_args()

    # step socket: no arguments mean TCP over IPv4
    client = socket.socket()

    # step connect: a name would be looked up first, and its address used
    client.connect((args.host, args.port))

    # step receive: until the server closes
    # corrected: one recv is not one message (01 proof stream)
    message = b""
    while chunk := client.recv(1024):
        message += chunk
    print(message.decode("utf-8", errors="replace"))

    # step close: give the socket back to the kernel
    client.close()


if __name__ == "__main__":
    main()
