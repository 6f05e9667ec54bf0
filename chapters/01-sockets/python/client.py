"""Prints the server's greeting, answers once, and ends.

    pnpm chapter 01 client --python

From: S1, 客户端
"""

import argparse
import socket


def main():
    parser = argparse.ArgumentParser(description="Is greeted, and answers once.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=2121)
    args = parser.parse_args()

    # step socket: an endpoint for TCP over IPv4, connected to nothing yet
    client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)

    # step connect: the kernel picks our port and shakes hands with the server's
    # corrected: 192.168.13.157 is one computer's own (proof addresses)
    client.connect((args.host, args.port))

    # step receive: wait until the greeting begins to arrive
    greeting = client.recv(1024)

    # step send: all of it, however many pieces the kernel takes
    client.sendall("有内鬼, 终止交易! Over".encode("utf-8"))

    # step half-close: nothing more to say, but still something to read
    client.shutdown(socket.SHUT_WR)

    # step rest: the greeting ends where the server closes
    # corrected: one recv is not one message (proof stream)
    while chunk := client.recv(1024):
        greeting += chunk
    text = greeting.decode("utf-8", errors="replace")
    print(f"客户端收到: {text}")

    # step close: give the socket back to the kernel
    client.close()


if __name__ == "__main__":
    main()
