"""Sends what you type, line by line, to be logged; an empty line ends it.

    pnpm chapter 08 log-client --python

From: S4, 应用
"""

import argparse
import socket
import sys

LOGGED = "接收成功!".encode("utf-8")


def main():
    parser = argparse.ArgumentParser(description="Sends what you type, to be logged.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=6666)
    args = parser.parse_args()

    # step socket: an endpoint for TCP over IPv4, connected to nothing yet
    client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)

    # step connect: the connection lasts for as long as you type
    client.connect((args.host, args.port))

    # step announce: an empty line, so that the server expects newlines from us
    # corrected: without one, each of its reads is a line (proof log)
    # (sent with the first message: the notes' server acknowledges each read)
    announcement = "\n"

    while True:
        # step input: an empty line ends it, and so does the end of the input
        try:
            msg = input("Msg>>")
        except EOFError:
            break
        if not msg:
            break

        # step send: the newline says where the message ends
        client.sendall(f"{announcement}{msg}\n".encode("utf-8"))
        announcement = ""

        # step receive: the acknowledgement, whole: its length marks its end
        # corrected: one recv may bring a part of it (01 proof stream)
        data = b""
        while len(data) < len(LOGGED):
            if not (chunk := client.recv(len(LOGGED) - len(data))):
                sys.exit("the server is gone: perhaps it has logged this, perhaps not")
            data += chunk
        print(data.decode("utf-8", errors="replace"))

    # step close: the server reads the end of the stream
    client.close()


if __name__ == "__main__":
    main()
