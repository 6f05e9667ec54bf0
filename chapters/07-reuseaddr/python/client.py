"""Prints the server's greeting, answers once, and ends.

Either side can be the first to close, and so the one that has to wait:

    pnpm chapter 07 client --python
    pnpm chapter 07 client --python --closer client

From: ours, chapter 01's client with a choice of who closes first
"""

import argparse
import socket


def main():
    parser = argparse.ArgumentParser(description="Is greeted, and answers once.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=2121)
    parser.add_argument(
        "--closer",
        choices=["server", "client"],
        default="server",
        help="who closes first",
    )
    args = parser.parse_args()

    # step socket: an endpoint for TCP over IPv4, connected to nothing yet
    client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)

    # step connect: the kernel picks our port and shakes hands with the server's
    # corrected: 192.168.13.157 is one computer's own (01 proof addresses)
    client.connect((args.host, args.port))

    # step receive: wait until the greeting begins to arrive
    greeting = client.recv(1024)

    # step send: after a newline the server knows enough, and closes first
    message = "有内鬼, 终止交易! Over"
    if args.closer == "server":
        message += "\n"
    client.sendall(message.encode("utf-8"))

    # step half-close: without a newline our closing is the mark, and comes first
    if args.closer == "client":
        client.shutdown(socket.SHUT_WR)

    # step rest: the greeting ends where the server closes
    # corrected: one recv is not one message (01 proof stream)
    while chunk := client.recv(1024):
        greeting += chunk
    text = greeting.decode("utf-8", errors="replace")
    print(f"客户端收到: {text}")

    # step close: give the socket back to the kernel
    client.close()


if __name__ == "__main__":
    main()
