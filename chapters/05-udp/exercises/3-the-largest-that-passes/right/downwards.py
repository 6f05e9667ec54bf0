"""Prints the largest size at which a datagram passes: the largest first."""

import argparse
import errno
import socket
import sys
import time


def passes(client, size, timeout, tries):
    for _ in range(tries):
        try:
            client.send(bytes(size))
        except OSError as error:
            if error.errno != errno.EMSGSIZE:
                raise
            return False
        until = time.monotonic() + timeout
        while (left := until - time.monotonic()) > 0:
            client.settimeout(left)
            try:
                if client.recv(65535) == str(size).encode():
                    return True
            except socket.timeout:
                break
    return False


parser = argparse.ArgumentParser()
parser.add_argument("--host", default="127.0.0.1")
parser.add_argument("--port", type=int, default=9999)
parser.add_argument("--timeout", type=float, default=0.5)
parser.add_argument("--tries", type=int, default=3)
parser.add_argument("sizes", nargs="+", type=int)
args = parser.parse_args()

client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
client.connect((args.host, args.port))
try:
    for size in sorted(args.sizes, reverse=True):
        if passes(client, size, args.timeout, args.tries):
            print(size)
            break
    else:
        sys.exit("none of them")
except OSError as error:
    sys.exit(f"asking {args.host}:{args.port}: {error}")
