"""Stores files under the names of strangers: whole, then by link."""

import argparse
import os
import socketserver
import tempfile


def is_name(name):
    return name not in (b"", b".", b"..") and not set(b"/\\\0") & set(name)


def store(folder, name, content):
    if not is_name(name):
        return False
    with tempfile.NamedTemporaryFile(dir=folder) as file:
        file.write(content)
        file.flush()
        try:
            # link(2) makes a new name or fails, as open(2) does with O_EXCL.
            os.link(file.name, os.path.join(os.fsencode(folder), name))
        except OSError as error:
            print("refused", name, error)
            return False
    return True


class Upload(socketserver.StreamRequestHandler):
    def handle(self):
        name, _, content = self.rfile.read().partition(b"\n")
        stored = store(args.to, name, content)
        self.wfile.write(b"stored\n" if stored else b"refused\n")


parser = argparse.ArgumentParser()
parser.add_argument("--host", default="127.0.0.1")
parser.add_argument("--port", type=int, default=8848)
parser.add_argument("--to", default=".")
args = parser.parse_args()

server = socketserver.TCPServer((args.host, args.port), Upload)
host, port = server.server_address
print(f"listening on {host}:{port}")
server.serve_forever()
