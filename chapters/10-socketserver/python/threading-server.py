"""Serves each client in a thread of its own: a name is a line, and so is the answer.

    pnpm chapter 10 threading-server --python
    pnpm chapter 10 threading-client --python

From: S3, 使用socketserver
"""

import argparse
import errno
import sys
from socketserver import StreamRequestHandler, TCPServer, ThreadingMixIn


class Handler(StreamRequestHandler):
    # step timeout: who says nothing for a minute, or reads nothing, has left
    timeout = 60

    # step handle: a line that lacks its end is too long, or its client has left
    def handle(self):
        say(f"Got connection from {self.client_address}")
        self.wfile.write(b"Thank you for connecting\n")
        while (line := self.rfile.readline(1024)).endswith(b"\n"):
            self.wfile.write(b"Hello, %s!\n" % line[:-1])


# step mixin: it comes first, so that its process_request is the one that counts
# corrected: without it one client is served at a time (proof synchronous)
class Server(ThreadingMixIn, TCPServer):
    # step reuse: bind even while old connections of this port wait to die
    # corrected: without it a restart fails for a minute (proof address-in-use)
    allow_reuse_address = True

    # step daemon: the program ends without waiting for its clients
    daemon_threads = True

    # step error: a client that is gone costs a line, a fault is told in full
    def handle_error(self, request, client_address):
        error = sys.exc_info()[1]
        if not isinstance(error, OSError):
            return super().handle_error(request, client_address)
        say(f"lost {client_address} {errno.errorcode.get(error.errno, error)}")


def say(line):
    # One write for the whole line: those of two threads do not mix.
    print(line + "\n", end="", flush=True)


def main():
    parser = argparse.ArgumentParser(description="Serves each client in a thread.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=1234)
    args = parser.parse_args()

    # step server: socket, SO_REUSEADDR, bind and listen in one constructor
    with Server((args.host, args.port), Handler) as server:
        host, port = server.server_address
        print(f"listening on {host}:{port}", flush=True)

        # step serve: accept, start a thread, and that for ever
        server.serve_forever()


if __name__ == "__main__":
    main()
