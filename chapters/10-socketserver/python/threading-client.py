"""Sends each line that you type, and prints the server's answer to it.

    pnpm chapter 10 threading-client --python

From: ours
"""

import argparse
import socket
import sys


def main():
    parser = argparse.ArgumentParser(description="Sends what you type, line by line.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=1234)
    args = parser.parse_args()
    if not 0 <= args.port <= 65535:
        parser.error("--port must be 0-65535")

    # step connect: socket and connect in one call
    client = socket.create_connection((args.host, args.port))

    # step file: the connection as a file of bytes, which knows where a line ends
    file = client.makefile("rwb")

    while True:
        # step receive: the greeting, and then an answer for each line
        answer = file.readline()
        if not answer:
            print("the server has ended the connection", file=sys.stderr)
            sys.exit(1)
        print(answer.decode("utf-8", errors="replace"), end="")

        # step input: the end of the input ends the conversation
        try:
            name = input("Name: ")
        except EOFError:
            break

        # step send: the newline says where the message ends
        file.write(name.encode("utf-8") + b"\n")
        file.flush()

    # step close: the file, too, holds the connection
    file.close()
    client.close()


if __name__ == "__main__":
    main()
