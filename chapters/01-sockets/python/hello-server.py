"""Thanks every client for connecting, one after the other, for ever.

    pnpm chapter 01 hello-server --python
    pnpm chapter 01 hello-client --python

From: S3, 使用socket
"""

import argparse
import errno
import socket


def main():
    parser = argparse.ArgumentParser(description="Thanks every client for connecting.")
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        help=f"an address or a name of this host, such as {socket.gethostname()}",
    )
    parser.add_argument("--port", type=int, default=1234)
    args = parser.parse_args()

    # step socket: no arguments mean TCP over IPv4
    server = socket.socket()

    # step reuse: bind even while old connections of this port wait to die
    # corrected: the notes wait for a while instead (proof reuse)
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)

    # step bind: take an address of this host
    # corrected: gethostname() may be one address only (proof addresses)
    server.bind((args.host, args.port))

    # step listen: room for clients that wait to be accepted
    # corrected: this limits that queue, not the clients (proof backlog)
    server.listen(5)
    host, port = server.getsockname()
    print(f"listening on {host}:{port}", flush=True)

    while True:
        # step accept: wait for the next client
        conn, addr = server.accept()
        print("Got connection from", addr)

        # step send: a client that is gone already costs only itself
        try:
            conn.sendall(b"Thank you for connecting")
        except OSError as error:
            print("lost", addr, errno.errorcode[error.errno])

        # step close: this connection; the listening socket goes on
        conn.close()


if __name__ == "__main__":
    main()
