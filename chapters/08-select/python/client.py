"""Sends what you type, line by line, and prints each reply; an empty line ends it.

    pnpm chapter 08 client --python

From: S4, 客户端
"""

import argparse
import codecs
import socket
import sys


def main():
    parser = argparse.ArgumentParser(description="Sends what you type.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8888)
    args = parser.parse_args()

    # step socket: an endpoint for TCP over IPv4, connected to nothing yet
    client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)

    # step connect: the connection lasts for as long as you type
    client.connect((args.host, args.port))
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")

    while True:
        # step input: an empty line ends it, and so does the end of the input
        try:
            msg = input("Msg>>")
        except EOFError:
            break
        if not msg:
            break

        # step send: all of it, however many pieces the kernel takes
        client.sendall(msg.encode("utf-8"))

        # step receive: wait for what comes next, be it a reply, or a part of one
        # corrected: the notes ask on when the server is gone (01 proof ends)
        data = client.recv(1024)
        if not data:
            sys.exit("the server has closed the connection")
        print(decoder.decode(data))

    # step close: the server reads the end of the stream
    client.close()


if __name__ == "__main__":
    main()
