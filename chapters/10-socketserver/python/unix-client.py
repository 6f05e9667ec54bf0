"""Connects to a path on this computer, and prints what the server says.

    pnpm chapter 10 unix-client --python

From: S3, 使用socketserver
"""

import argparse
import os
import socket
import tempfile

PATH = os.path.join(tempfile.gettempdir(), "netnotes-10.sock")


def main():
    parser = argparse.ArgumentParser(description="Prints what the server says.")
    parser.add_argument("--path", default=PATH)
    args = parser.parse_args()

    # step socket: an endpoint for a stream within this computer
    client = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)

    # step connect: whoever may write to the file may connect
    client.connect(args.path)

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
