"""Sends its input, says that this was all, and prints the answer."""

import argparse
import shutil
import socket
import sys

parser = argparse.ArgumentParser()
parser.add_argument("--host", default="127.0.0.1")
parser.add_argument("--port", type=int, default=2121)
args = parser.parse_args()

with socket.create_connection((args.host, args.port)) as conn:
    with conn.makefile("wb") as stream:
        shutil.copyfileobj(sys.stdin.buffer, stream)
    conn.shutdown(socket.SHUT_WR)
    with conn.makefile("rb") as stream:
        shutil.copyfileobj(stream, sys.stdout.buffer)
