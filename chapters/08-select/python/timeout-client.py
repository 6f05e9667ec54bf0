"""Asks once, and waits for the answer for so many seconds, and no longer.

    pnpm chapter 08 timeout-client --python
    pnpm chapter 08 timeout-client --python --timeout 0.5

From: S4, 超时检测
"""

import argparse
import socket
import sys
import time

REPLY = "这是一条回复消息".encode("utf-8")


def main():
    parser = argparse.ArgumentParser(description="Asks once.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8888)
    parser.add_argument("--timeout", type=float, default=5, help="in seconds")
    args = parser.parse_args()
    if not 0 < args.timeout <= 3600:
        parser.error("--timeout must be above 0 and at most 3600 seconds")

    # step socket: an endpoint for TCP over IPv4, connected to nothing yet
    client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)

    # step deadline: one for all of it: connecting, asking, the whole answer
    # corrected: settimeout starts anew with every call (proof waiting)
    deadline = time.monotonic() + args.timeout

    def left():
        return max(deadline - time.monotonic(), 0.001)

    reply = b""
    try:
        # step connect: by itself it would try for minutes
        client.settimeout(left())
        client.connect((args.host, args.port))

        # step send: even that waits, when nobody reads
        client.settimeout(left())
        client.sendall("你好".encode("utf-8"))

        # step receive: the whole reply, in what is left of the time
        while len(reply) < len(REPLY):
            client.settimeout(left())
            if not (chunk := client.recv(len(REPLY) - len(reply))):
                sys.exit("the server has closed the connection")
            reply += chunk
    except socket.timeout:
        sys.exit(f"timed out after {args.timeout:g} s (a longer --timeout may help)")
    print(reply.decode("utf-8", errors="replace"))

    # step close: give the socket back to the kernel
    client.close()


if __name__ == "__main__":
    main()
