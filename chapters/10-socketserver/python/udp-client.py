"""Sends one datagram, of 9000 bytes unless told, and prints the answer.

    pnpm chapter 10 udp-client --python

From: S3, 使用socketserver
"""

import argparse
import socket
import sys


def main():
    parser = argparse.ArgumentParser(description="Sends one datagram.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=1234)
    parser.add_argument("--size", type=int, default=9000, help="in bytes")
    parser.add_argument("--timeout", type=float, default=5, help="in seconds")
    args = parser.parse_args()
    if not 0 <= args.size <= 65535:
        parser.error("--size must be 0-65535")
    if not 0 < args.timeout <= 3600:
        parser.error("--timeout must be above 0 and at most 3600 seconds")

    # step socket: an endpoint for UDP over IPv4
    client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)

    # step connect: nothing is sent; we hear this server alone, and are told when
    # its port is nobody's
    client.connect((args.host, args.port))

    # step timeout: what is lost is lost, and nobody says so
    client.settimeout(args.timeout)

    # step send: one datagram
    client.send(b"x" * args.size)

    # step receive: one datagram, the whole of it
    try:
        answer = client.recv(65535)
    except socket.timeout:
        print(
            f"recv: timed out after {args.timeout:g} s "
            "(a datagram is lost, or late: try again, or a longer --timeout)",
            file=sys.stderr,
        )
        sys.exit(1)
    print(answer.decode("utf-8", errors="replace"))

    # step close: give the socket back to the kernel; the server is not told
    client.close()


if __name__ == "__main__":
    main()
