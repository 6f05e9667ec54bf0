"""Receives a file from every client, one by one, and acknowledges each.

    pnpm chapter 04 multi-server --python
    pnpm chapter 04 multi-client --python

From: S1, 多客户端
"""

import argparse
import errno
import os
import socket

from seconds import seconds

RECEIVED = os.path.abspath(os.path.join(__file__, "../../received"))


def main():
    parser = argparse.ArgumentParser(description="Receives a file from every client.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8888)
    parser.add_argument("--to", metavar="FOLDER", default=RECEIVED)
    parser.add_argument("--timeout", metavar="SECONDS", type=seconds, default=10)
    args = parser.parse_args()
    os.makedirs(args.to, exist_ok=True)

    # step socket: an endpoint for TCP over IPv4, connected to nothing yet
    server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)

    # step reuse: bind even while old connections of this port wait to die
    # corrected: without it a restart fails for a minute (01 proof reuse)
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)

    # step bind: take an address of this host
    # corrected: an empty host lets all the world upload (01 proof everywhere)
    server.bind((args.host, args.port))

    # step listen: room for clients that wait to be accepted
    # corrected: 10 are too few for 50 at once (01 proof backlog)
    server.listen(128)
    host, port = server.getsockname()
    print(f"listening on {host}:{port}", flush=True)
    cnt = 0
    while True:
        # step accept: wait for the next client; it may be silent for so long only
        conn, addr = server.accept()
        conn.settimeout(args.timeout)

        # step number: the next one that is free
        # corrected: join puts the name between the characters (proof names)
        cnt += 1
        while os.path.exists(filename := os.path.join(args.to, f"文件_{cnt}.txt")):
            cnt += 1
        part = f"{filename}.{os.getpid()}.part"

        # corrected: outside the loop it ends the server in silence (proof silent-exit)
        try:
            # step receive: piece by piece, up to the end of the stream
            with open(part, "wb") as file:
                while piece := conn.recv(65536):
                    file.write(piece)

            # step rename: the name appears in one moment
            os.replace(part, filename)
            print(f"服务器端收到客户端:{addr}的文件, 接收成功")

            # step acknowledge: a client that has half-closed still listens
            conn.sendall("文件上传成功".encode("utf-8"))
        except OSError as error:
            if os.path.exists(part):
                os.unlink(part)
            print("lost", addr, errno.errorcode.get(error.errno, error))

        # step close: this connection; the listening socket goes on
        conn.close()


if __name__ == "__main__":
    main()
