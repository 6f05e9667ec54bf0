"""Sends what you type, line by line, until you type 886.

    pnpm chapter 01 chat-client --python

From: S1, 长连接
"""

import argparse
import socket


def main():
    parser = argparse.ArgumentParser(description="Sends what you type; 886 ends it.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=6666)
    args = parser.parse_args()

    # step socket: an endpoint for TCP over IPv4, connected to nothing yet
    client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)

    # step connect: the connection lasts for the whole chat
    client.connect((args.host, args.port))

    while True:
        # step input: the end of the input ends the chat as 886 does
        try:
            line = input("客户端输入信息:")
        except EOFError:
            break

        # step send: all of it; an empty line sends nothing
        # corrected: send may take only a part of it (proof partly)
        client.sendall(line.encode("utf-8"))
        if line == "886":
            break

    # step close: the server reads the end of the stream
    client.close()


if __name__ == "__main__":
    main()
