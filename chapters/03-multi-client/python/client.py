"""Is greeted, says three names and hears each one answered, and ends.

    pnpm chapter 03 client --python

From: S0, 編寫乙個客戶端程式測試這個伺服器程式
From: S2, 服务器
"""

import argparse
import socket
import sys


def main():
    parser = argparse.ArgumentParser(description="Says three names, one by one.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=9999)
    args = parser.parse_args()

    # step socket: an endpoint for TCP over IPv4, connected to nothing yet
    client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)

    # step connect: the kernel has us connected before the server takes us
    client.connect((args.host, args.port))

    # step greeting: nothing marks its end, but both sides know how long it is
    # corrected: one recv is not one message (01 proof stream)
    print(receive(client, "Welcome!"))

    for name in ["alice", "bob", "jack"]:
        # step send: one name; a second one now might arrive joined to it
        client.sendall(name.encode("utf-8"))

        # step receive: the whole answer, before the next name
        print(receive(client, f"Hello, {name}!"))

    # step exit: the word that ends the conversation
    client.sendall(b"exit")

    # step close: give the socket back to the kernel
    client.close()


# step whole: read until so many bytes are here as the answer must have
def receive(client, expected):
    length = len(expected.encode("utf-8"))
    answer = b""
    while len(answer) < length:
        chunk = client.recv(length - len(answer))
        if not chunk:
            sys.exit("the server left before it had answered")
        answer += chunk
    return answer.decode("utf-8", errors="replace")


if __name__ == "__main__":
    main()
