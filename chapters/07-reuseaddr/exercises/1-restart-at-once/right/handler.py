"""Greets clients, and can be restarted at once: socketserver."""

import argparse
import socketserver


class Greeter(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(b"Welcome!\n")
        for line in self.rfile:
            if line == b"exit\n":
                return
            self.wfile.write(b"Hello, " + line.rstrip(b"\n") + b"!\n")


class Server(socketserver.TCPServer):
    # SO_REUSEADDR, between socket and bind: False unless told.
    allow_reuse_address = True


parser = argparse.ArgumentParser()
parser.add_argument("--host", default="127.0.0.1")
parser.add_argument("--port", type=int, default=2121)
args = parser.parse_args()

with Server((args.host, args.port), Greeter) as server:
    host, port = server.server_address
    print(f"listening on {host}:{port}")
    server.serve_forever()
