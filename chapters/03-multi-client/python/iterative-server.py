"""Serves one client after the other: while one is there, all others wait.

Start it first, and clients in two other terminals:

    pnpm chapter 03 iterative-server --python
    pnpm chapter 03 one-client --python

From: S1, 多客户端
"""

import argparse
import socket


def main():
    parser = argparse.ArgumentParser(description="Serves one client after the other.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=2121)
    args = parser.parse_args()

    # step socket: an endpoint for TCP over IPv4, connected to nothing yet
    server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)

    # step reuse: bind even while old connections of this port wait to die
    # corrected: set in the loop it comes too late for this run (01 proof reuse)
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)

    # step bind: take an address of this host
    server.bind((args.host, args.port))

    # step listen: clients wait here, connected, until it is their turn
    # corrected: that makes no server of many clients (proof one-at-a-time)
    server.listen(128)
    host, port = server.getsockname()
    print(f"listening on {host}:{port}", flush=True)

    while True:
        # step accept: the next one, once the one before has left
        conn, addr = server.accept()

        try:
            # step send: all of it, however many pieces the kernel takes
            conn.sendall(b"back_data")

            # step receive: the client's closing marks where its message ends
            # corrected: one recv is not one message (01 proof stream)
            message = b""
            while chunk := conn.recv(1024):
                message += chunk
            text = message.decode("utf-8", errors="replace")
            print(f"{addr}: {text}", flush=True)
        except OSError:
            # step lost: a client that vanishes costs only its own connection
            # corrected: a bare except keeps Ctrl+C, too (proof one-at-a-time)
            print("断开连接", flush=True)

        # step close: this connection; the next one's turn has come
        conn.close()


if __name__ == "__main__":
    main()
