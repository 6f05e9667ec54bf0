"""Shows one page, and says of all else what became of it: http.server's way."""

import argparse
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, HTTPServer


class Page(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        path = self.path.partition("?")[0]
        self.answer(HTTPStatus.OK if path == "/" else HTTPStatus.NOT_FOUND)

    do_HEAD = do_GET

    def do_POST(self):
        self.answer(HTTPStatus.METHOD_NOT_ALLOWED)

    do_PUT = do_DELETE = do_POST

    def answer(self, status):
        text = f"{status.value} {status.phrase}\n"
        body = (args.page if status == HTTPStatus.OK else text).encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Connection", "close")
        if status == HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", "GET, HEAD")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


parser = argparse.ArgumentParser()
parser.add_argument("--host", default="127.0.0.1")
parser.add_argument("--port", type=int, default=8000)
parser.add_argument("--page", default="你好，世界！\n")
args = parser.parse_args()
with HTTPServer((args.host, args.port), Page) as server:
    print("listening on %s:%d" % server.server_address)
    server.serve_forever()
