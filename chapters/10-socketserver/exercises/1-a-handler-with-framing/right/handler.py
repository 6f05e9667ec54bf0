"""Answers each message backwards: a message is its length, and then so much."""

import argparse
import re
import socketserver

MOST = 1_000_000


class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        while (message := self.message()) is not None:
            self.wfile.write(b"%d:%b," % (len(message), message[::-1]))

    def message(self):
        header = b""
        while not header.endswith(b":"):
            byte = self.rfile.read(1)
            header += byte
            if not byte or len(header) > 8:
                return None
        if not re.fullmatch(rb"[0-9]{1,7}:", header) or int(header[:-1]) > MOST:
            return None
        message = self.rfile.read(int(header[:-1]))
        return message if self.rfile.read(1) == b"," else None


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


parser = argparse.ArgumentParser()
parser.add_argument("--host", default="127.0.0.1")
parser.add_argument("--port", type=int, default=1234)
args = parser.parse_args()

with Server((args.host, args.port), Handler) as server:
    host, port = server.server_address
    print(f"listening on {host}:{port}")
    server.serve_forever()
