"""Greets its clients line by line, and no more than so many at a time."""

import argparse
import socketserver
import threading


class CrowdMixIn:
    def process_request(self, request, client_address):
        if not self.room.acquire(blocking=False):
            request.sendall(b"busy\n")
            self.shutdown_request(request)
            return
        super().process_request(request, client_address)

    def process_request_thread(self, request, client_address):
        try:
            super().process_request_thread(request, client_address)
        finally:
            self.room.release()


class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        self.wfile.write(b"welcome\n")
        while (line := self.rfile.readline(1024)).endswith(b"\n"):
            self.wfile.write(b"Hello, " + line)


class Server(CrowdMixIn, socketserver.ThreadingTCPServer):
    daemon_threads = True


class UnixServer(CrowdMixIn, socketserver.ThreadingUnixStreamServer):
    daemon_threads = True


parser = argparse.ArgumentParser()
parser.add_argument("--host", default="127.0.0.1")
parser.add_argument("--port", type=int, default=1234)
parser.add_argument("--path")
parser.add_argument("--max", type=int, default=2)
args = parser.parse_args()

if args.path:
    server = UnixServer(args.path, Handler)
    print(f"listening on {args.path}")
else:
    server = Server((args.host, args.port), Handler)
    print("listening on {}:{}".format(*server.server_address))
server.room = threading.BoundedSemaphore(args.max)
server.serve_forever()
