"""Asks a server for a page, prints the head of the answer and saves the body.

Of our own server, or of any other that speaks plain HTTP:

    pnpm chapter 02 client --python
    pnpm chapter 02 client --python --host example.org --port 80 / --save page.html

From: S0, 建立乙個基於tcp連線的socket
From: S2, 客户端
"""

import argparse
import socket
from urllib.parse import quote

from body import save_body
from reader import Reader, seconds
from response import read_response


def main():
    parser = argparse.ArgumentParser(description="Saves a page of a server.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--save", default="page.html")
    parser.add_argument("--timeout", type=seconds, default=30)
    parser.add_argument("path", nargs="?", default="/")
    args = parser.parse_args()

    # step socket: an endpoint for TCP over IPv4, connected to nothing yet
    client = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    client.settimeout(args.timeout)

    # step connect: a name is looked up first
    client.connect((args.host, args.port))

    # step send: the client speaks first; a blank line ends what it says
    # corrected: without "close" both may wait for more (proof client-reads)
    path = "/" + quote(args.path.lstrip("/"), safe="!$%&'()*+,/:;=?@")
    host = args.host if args.port == 80 else f"{args.host}:{args.port}"
    request = f"GET {path} HTTP/1.1\r\nHost: {host}\r\n"
    request += "User-Agent: netnotes\r\nConnection: close\r\n\r\n"
    client.sendall(request.encode("ascii"))

    # step head: what comes before the blank line
    # corrected: there may be no blank line (proof client-reads)
    reader = Reader(client)
    response = read_response(reader)
    print("\n".join(response.lines))
    if 300 <= response.status < 400 and response.field("location"):
        print("not followed:", response.field("location"))

    # step body: as long as the head says, under another name until it is whole
    # corrected: chunk sizes are no content, a part is no page (proof client-reads)
    size = save_body(reader, response, args.save)
    print(f"saved {size} bytes in {args.save}: {response.ending()}")

    # step close: give the socket back to the kernel
    client.close()


if __name__ == "__main__":
    main()
