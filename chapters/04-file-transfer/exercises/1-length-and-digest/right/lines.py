"""Keeps the last file that came whole: in memory, with a thread each."""

import argparse
import hashlib
import os
import socketserver
import tempfile


class Uploads(socketserver.StreamRequestHandler):
    def handle(self):
        while line := self.rfile.readline():
            content = self.rfile.read(int(line))
            digest = hashlib.sha256(content).hexdigest().encode()
            if self.rfile.readline() == digest + b"\n":
                self.put(content)
                self.wfile.write(b"stored\n")
            else:
                self.wfile.write(b"refused\n")

    def put(self, content):
        folder = os.path.dirname(os.path.abspath(args.to))
        with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:
            file.write(content)
        os.replace(file.name, args.to)


parser = argparse.ArgumentParser()
parser.add_argument("--host", default="127.0.0.1")
parser.add_argument("--port", type=int, default=8848)
parser.add_argument("--to", default="received")
args = parser.parse_args()

socketserver.ThreadingTCPServer.allow_reuse_address = True
server = socketserver.ThreadingTCPServer((args.host, args.port), Uploads)
host, port = server.server_address
print(f"listening on {host}:{port}")
server.serve_forever()
