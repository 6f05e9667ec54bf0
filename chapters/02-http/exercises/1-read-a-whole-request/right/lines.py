"""Shows every client the request that it has sent: by lines, a thread each."""

import argparse
import socketserver


class Mirror(socketserver.StreamRequestHandler):
    def handle(self):
        head = b""
        length = 0
        while not head.endswith(b"\r\n\r\n"):
            line = self.rfile.readline()
            if not line:
                return
            head += line
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        body = self.rfile.read(length)
        if len(body) < length:
            return
        request = head + body
        fields = b"Content-Length: %d\r\n\r\n" % len(request)
        self.wfile.write(b"HTTP/1.1 200 OK\r\n" + fields + request)


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


parser = argparse.ArgumentParser()
parser.add_argument("--host", default="127.0.0.1")
parser.add_argument("--port", type=int, default=8000)
args = parser.parse_args()
with Server((args.host, args.port), Mirror) as server:
    print("listening on %s:%d" % server.server_address)
    server.serve_forever()
