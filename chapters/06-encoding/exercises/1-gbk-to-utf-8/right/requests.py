"""Answers each line in GBK with the same line in UTF-8: files and threads."""

import argparse
import socketserver


class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            if not line.endswith(b"\n"):
                break  # the end, in the middle of a line
            try:
                answer = line.decode("gbk")
            except UnicodeDecodeError:
                answer = "error: not GBK\n"
            self.wfile.write(answer.encode("utf-8"))


parser = argparse.ArgumentParser()
parser.add_argument("--host", default="127.0.0.1")
parser.add_argument("--port", type=int, default=6066)
args = parser.parse_args()

address = (args.host, args.port)
with socketserver.ThreadingTCPServer(address, Handler) as server:
    host, port = server.server_address
    print(f"listening on {host}:{port}")
    server.serve_forever()
