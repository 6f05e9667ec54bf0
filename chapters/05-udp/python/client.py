"""Sends three names, one after the other, and prints each answer.

    pnpm chapter 05 client --python

From: S2, UDP编程演示
"""

import argparse
import socket
import sys


def main():
    parser = argparse.ArgumentParser(description="Sends three names.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=9999)
    parser.add_argument("--timeout", type=float, default=5, help="in seconds")
    args = parser.parse_args()
    if not 0 < args.timeout <= 3600:
        parser.error("--timeout must be above 0 and at most 3600 seconds")

    # step lookup: the host's address, and whether it is an IPv4 or an IPv6 one
    family, _, _, _, (host, _, *scope) = socket.getaddrinfo(args.host, None)[0]

    # step socket: an endpoint for UDP, of that family alone
    # corrected: AF_INET has no way to ::1 (proof ipv6)
    client = socket.socket(family, socket.SOCK_DGRAM)

    # step connect: nothing is sent; from here on we hear this server alone, and
    # are told when its port is nobody's
    # corrected: the notes' client takes an answer from anyone (proof connected)
    client.connect((host, args.port, *scope))

    # step timeout: what is lost is lost, and nobody says so
    # corrected: the notes' client waits for ever (proof connected)
    client.settimeout(args.timeout)

    for name in ["Michael", "Tracy", "Sarah"]:
        # step send: one datagram
        client.send(name.encode("utf-8"))

        # step receive: one datagram, the whole of it
        # corrected: 1024 bytes cut a longer one silently (proof boundaries)
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
