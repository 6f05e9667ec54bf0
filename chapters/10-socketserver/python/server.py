"""Thanks every client for connecting, one after the other, for ever.

Start it first, and a client in a second terminal:

    pnpm chapter 10 server --python
    pnpm chapter 10 client --python

From: S3, 使用socketserver
"""

import argparse
import errno
import sys
from socketserver import StreamRequestHandler, TCPServer


class Handler(StreamRequestHandler):
    # step handle: what to do with a connection; rfile and wfile are it as files
    def handle(self):
        addr = self.request.getpeername()
        print("Got connection from", addr)
        self.wfile.write(b"Thank you for connecting")


class Server(TCPServer):
    # step reuse: bind even while old connections of this port wait to die
    # corrected: without it a restart fails for a minute (proof address-in-use)
    allow_reuse_address = True

    # step error: a client that is gone costs a line, a fault is told in full
    def handle_error(self, request, client_address):
        error = sys.exc_info()[1]
        if not isinstance(error, OSError):
            return super().handle_error(request, client_address)
        print("lost", client_address, errno.errorcode[error.errno])


def main():
    parser = argparse.ArgumentParser(description="Thanks every client for connecting.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=1234)
    args = parser.parse_args()

    # step server: socket, SO_REUSEADDR, bind and listen in one constructor
    # corrected: '' lets in whoever reaches this host (01 proof everywhere)
    with Server((args.host, args.port), Handler) as server:
        host, port = server.server_address
        print(f"listening on {host}:{port}", flush=True)

        # step serve: accept, handle, close, and that for ever
        server.serve_forever()


if __name__ == "__main__":
    main()
