"""Receives files that come with length and digest, and answers what became of each.

    pnpm chapter 04 checked-server --python
    pnpm chapter 04 checked-client --python

From: ours, the pair that knows a cut-off
"""

import argparse
import errno
import os
import socket

from header import parse
from receiving import close_with, receive_bytes, receive_line
from seconds import seconds

RECEIVED = os.path.abspath(os.path.join(__file__, "../../received"))


def main():
    parser = argparse.ArgumentParser(description="Receives files, and checks them.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8848)
    parser.add_argument("--to", metavar="FOLDER", default=RECEIVED)
    parser.add_argument("--timeout", metavar="SECONDS", type=seconds, default=10)
    args = parser.parse_args()
    os.makedirs(args.to, exist_ok=True)

    # step listen: socket, SO_REUSEADDR, bind and listen in one call
    server = socket.create_server((args.host, args.port), backlog=128)
    host, port = server.getsockname()
    print(f"listening on {host}:{port}", flush=True)

    cnt = 0
    while True:
        # step accept: wait for the next client; it may be silent for so long only
        conn, addr = server.accept()
        conn.settimeout(args.timeout)

        cnt += 1
        part = os.path.join(args.to, f"{os.getpid()}-{cnt}.part")
        try:
            # step header: how many bytes, and under which name to keep them
            length, name = parse(receive_line(conn, 1024))

            with open(part, "wb") as file:
                # step receive: that many; a stream that ends before was cut off
                digest = receive_bytes(conn, length, file)

                # step digest: it comes last, for who sends it reads its file once
                if receive_line(conn, 65) != digest:
                    raise ValueError("the digest differs")

                # step sync: to the disk itself, before we say that we have it
                file.flush()
                os.fsync(file.fileno())

            # step rename: the name appears, or changes hands, in one moment
            os.replace(part, os.path.join(args.to, name))
            print(f"服务器端收到客户端:{addr}的文件, 接收成功")
            answer = "文件上传成功"
        except (OSError, ValueError) as error:
            # step discard: nothing is left of what is not whole
            if os.path.exists(part):
                os.unlink(part)
            reason = errno.errorcode.get(getattr(error, "errno", None), error)
            print("lost", addr, reason)
            answer = f"文件上传失败: {reason}"

        # step answer: what became of the file, even while its rest still comes
        close_with(conn, f"{answer}\n", args.timeout)


if __name__ == "__main__":
    main()
