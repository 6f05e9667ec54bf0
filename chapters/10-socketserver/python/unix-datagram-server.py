"""Thanks for each datagram that comes by its path, for ever.

    pnpm chapter 10 unix-datagram-server --python
    pnpm chapter 10 unix-datagram-client --python

From: S3, 使用socketserver
"""

import argparse
import errno
import os
import sys
import tempfile
from socketserver import DatagramRequestHandler, UnixDatagramServer

from stale import remove_stale

PATH = os.path.join(tempfile.gettempdir(), "netnotes-10-datagram.sock")


class Handler(DatagramRequestHandler):
    # step handle: rfile is the datagram, and wfile becomes the answer to it
    def handle(self):
        size = len(self.rfile.read())
        print(f"Got {size} bytes from {self.client_address!r}")
        self.wfile.write(b"Thank you for %d bytes" % size)


class Server(UnixDatagramServer):
    # step room: for larger datagrams than UDP has
    # corrected: the usual 8192 cut a longer one silently (proof datagram-limit)
    max_packet_size = 65535

    # step unblock: a client that fetches no answers would make us wait for it
    def server_activate(self):
        self.socket.setblocking(False)

    # step verify: a client that has bound no path can't be answered
    def verify_request(self, request, client_address):
        return bool(client_address)

    # step error: a client that is gone costs a line, a fault is told in full
    def handle_error(self, request, client_address):
        error = sys.exc_info()[1]
        if not isinstance(error, OSError):
            return super().handle_error(request, client_address)
        print("lost", repr(client_address), errno.errorcode[error.errno])


def main():
    parser = argparse.ArgumentParser(description="Thanks for each datagram.")
    parser.add_argument("--path", default=PATH)
    args = parser.parse_args()

    # step stale: a server that was killed has left its file
    # corrected: bind finds the file and fails, whoever made it (proof stale-path)
    remove_stale(args.path)

    # step server: socket, and bind, which makes the file
    with Server(args.path, Handler) as server:
        print(f"listening on {server.server_address}", flush=True)

        # step serve: receive, handle, send, and that for ever
        server.serve_forever()


if __name__ == "__main__":
    main()
