"""Thanks for each datagram, and says how many bytes it had, for ever.

    pnpm chapter 10 udp-server --python
    pnpm chapter 10 udp-client --python

From: S3, 使用socketserver
"""

import argparse
import errno
import sys
from socketserver import DatagramRequestHandler, UDPServer


class Handler(DatagramRequestHandler):
    # step handle: rfile is the datagram, and wfile becomes the answer to it
    def handle(self):
        size = len(self.rfile.read())
        print(f"Got {size} bytes from {self.client_address}")
        self.wfile.write(b"Thank you for %d bytes" % size)


class Server(UDPServer):
    # step room: for the largest datagram
    # corrected: the usual 8192 cut a longer one silently (proof datagram-limit)
    max_packet_size = 65535

    # step error: a client that can't be answered costs a line
    def handle_error(self, request, client_address):
        error = sys.exc_info()[1]
        if not isinstance(error, OSError):
            return super().handle_error(request, client_address)
        print("lost", client_address, errno.errorcode[error.errno])


def main():
    parser = argparse.ArgumentParser(description="Thanks for each datagram.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=1234)
    args = parser.parse_args()

    # step server: socket and bind; no listen, and no SO_REUSEADDR: with it a
    # second server could take every datagram
    with Server((args.host, args.port), Handler) as server:
        host, port = server.server_address
        print(f"listening on {host}:{port}", flush=True)

        # step serve: receive, handle, send, and that for ever
        server.serve_forever()


if __name__ == "__main__":
    main()
