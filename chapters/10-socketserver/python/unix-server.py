"""Thanks every client on this computer for connecting, by a path instead of a port.

    pnpm chapter 10 unix-server --python
    pnpm chapter 10 unix-client --python

From: S3, 使用socketserver
"""

import argparse
import errno
import os
import sys
import tempfile
from socketserver import StreamRequestHandler, UnixStreamServer

from stale import remove_stale

PATH = os.path.join(tempfile.gettempdir(), "netnotes-10.sock")


class Handler(StreamRequestHandler):
    # step handle: as for TCP; but a client has no address unless it binds one
    def handle(self):
        addr = self.request.getpeername()
        print("Got connection from", repr(addr))
        self.wfile.write(b"Thank you for connecting")


class Server(UnixStreamServer):
    # step error: a client that is gone costs a line, a fault is told in full
    def handle_error(self, request, client_address):
        error = sys.exc_info()[1]
        if not isinstance(error, OSError):
            return super().handle_error(request, client_address)
        print("lost", repr(client_address), errno.errorcode[error.errno])


def main():
    parser = argparse.ArgumentParser(description="Thanks whoever connects.")
    parser.add_argument("--path", default=PATH)
    args = parser.parse_args()

    # step stale: a server that was killed has left its file
    # corrected: bind finds the file and fails, whoever made it (proof stale-path)
    remove_stale(args.path)

    # step server: socket, bind, which makes the file, and listen
    with Server(args.path, Handler) as server:
        print(f"listening on {server.server_address}", flush=True)

        # step serve: accept, handle, close, and that for ever
        server.serve_forever()


if __name__ == "__main__":
    main()
