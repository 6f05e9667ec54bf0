"""Waits for its turn, says one line that you type, and ends.

    pnpm chapter 03 one-client --python

From: ours, to see who waits at the server of 多客户端
"""

import argparse
import socket
import sys


def main():
    parser = argparse.ArgumentParser(description="Waits for its turn, says one line.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=2121)
    args = parser.parse_args()

    # step socket: an endpoint for TCP over IPv4, connected to nothing yet
    client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)

    # step connect: this succeeds at once, whoever is being served
    # corrected: it is the kernel that answers (proof one-at-a-time)
    client.connect((args.host, args.port))
    print("connected", client.getsockname(), flush=True)

    # step greeting: it comes when our turn has come; both sides know its length
    greeting = b""
    while len(greeting) < len(b"back_data"):
        chunk = client.recv(len(b"back_data") - len(greeting))
        if not chunk:
            sys.exit("the server left before our turn had come")
        greeting += chunk
    print(greeting.decode("utf-8", errors="replace"), flush=True)

    # step input: as long as nothing is typed, nobody else gets a turn
    try:
        line = input("客户端输入信息:")
    except EOFError:
        line = ""

    # step send: all of it; an empty line sends nothing
    client.sendall(line.encode("utf-8"))

    # step close: the server reads the end of the stream
    client.close()


if __name__ == "__main__":
    main()
