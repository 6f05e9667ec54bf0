"""Shows a folder to browsers, one client at a time.

A request may take --timeout seconds to come. Beside a client in a second terminal,
try a browser at http://127.0.0.1:8000/.

    pnpm chapter 02 server --python
    pnpm chapter 02 client --python

From: S4, HTTP协议
"""

import argparse
import errno
import socket

from files import SITE, folder
from pages import page_for
from reader import Reader, seconds
from request import read_request


def main():
    parser = argparse.ArgumentParser(description="Shows a folder to browsers.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--folder", type=folder, default=SITE)
    parser.add_argument("--timeout", type=seconds, default=10)
    args = parser.parse_args()

    # step socket: an endpoint for TCP over IPv4, connected to nothing yet
    server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)

    # step reuse: bind even while old connections of this port wait to die
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)

    # step bind: take an address of this host
    # corrected: on 0.0.0.0 everybody may look (01 proof everywhere)
    server.bind((args.host, args.port))

    # step listen: from here on clients may come, and wait their turn
    server.listen()
    host, port = server.getsockname()
    print(f"listening on {host}:{port}", flush=True)
    print(f"Listen the port {port}...", flush=True)

    while True:
        # step accept: one client at a time; the next one waits in the queue
        conn, addr = server.accept()
        try:
            # step request: read to the blank line, for so many seconds at most
            # corrected: one recv is not a request (proof request)
            # corrected: a silent client keeps the notes' server (proof robust)
            reader = Reader(conn, args.timeout)
            request = read_request(reader)
            if request is None:
                continue

            # step page: what is asked for, or the reason why not
            # corrected: the notes answer everything alike (proof request)
            page = page_for(args.folder, request)
            print("\n".join([*request.lines, page.status]))

            # step answer: status line, fields, blank line, body
            # corrected: 303 is not Not Found; no length, no type (proof status)
            conn.settimeout(args.timeout)
            conn.sendall(page.answer(request.method))

            # step drain: closing with bytes unread would be a reset
            # corrected: the notes' close may be a reset (proof request)
            conn.shutdown(socket.SHUT_WR)
            reader.drain()
        except OSError as error:
            print("lost", addr, errno.errorcode.get(error.errno, "timed out"))
        finally:
            # step close: this connection; the listening socket goes on
            conn.close()


if __name__ == "__main__":
    main()
