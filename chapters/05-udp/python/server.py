"""Says hello to whoever sends it a name, for ever.

Start it first, and a client in a second terminal:

    pnpm chapter 05 server --python
    pnpm chapter 05 client --python

From: S2, UDP编程演示
"""

import argparse
import errno
import socket


def written(addr):
    # corrected: "%s:%s" % addr fails for IPv6's four parts (01 proof everywhere)
    host, port = addr[:2]
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def main():
    parser = argparse.ArgumentParser(description="Says hello to whoever sends a name.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=9999)
    args = parser.parse_args()

    # step lookup: the host's address, and whether it is an IPv4 or an IPv6 one
    family, _, _, _, (host, _, *scope) = socket.getaddrinfo(args.host, None)[0]

    # step socket: an endpoint for UDP, of that family alone
    # corrected: AF_INET has no way to ::1 (proof ipv6)
    server = socket.socket(family, socket.SOCK_DGRAM)

    # step bind: take an address of this host; there is no listen and no accept,
    # and no SO_REUSEADDR: with it, a second server could take every datagram
    server.bind((host, args.port, *scope))
    own = server.getsockname()
    print(f"listening on {written(own)}", flush=True)
    print(f"Bind UDP on {own[1]}...", flush=True)

    while True:
        # step receive: one datagram, from anyone, with its sender's address
        # corrected: 1024 bytes cut a longer one silently (proof boundaries)
        data, addr = server.recvfrom(65535)
        print(f"Received from {written(addr)}.")

        # step send: one datagram back; what can't be sent costs its client only
        try:
            server.sendto(b"Hello, %s!" % data, addr)
        except OSError as error:
            print(f"no answer to {written(addr)}: {errno.errorcode[error.errno]}")


if __name__ == "__main__":
    main()
