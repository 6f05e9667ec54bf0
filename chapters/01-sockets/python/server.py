"""Greets one client, prints what it answers, and ends.

Start it first, and a client in a second terminal:

    pnpm chapter 01 server --python
    pnpm chapter 01 client --python

From: S1, 服务器端
"""

import argparse
import socket


def main():
    parser = argparse.ArgumentParser(description="Greets one client.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=2121)
    args = parser.parse_args()

    # step socket: an endpoint for TCP over IPv4, connected to nothing yet
    server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)

    # step reuse: bind even while old connections of this port wait to die
    # corrected: without it a restart fails for a minute (proof reuse)
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)

    # step bind: take an address of this host
    # corrected: 192.168.13.157 is one computer's own (proof addresses)
    server.bind((args.host, args.port))

    # step listen: from here on the kernel itself completes handshakes
    server.listen(5)
    host, port = server.getsockname()
    print(f"listening on {host}:{port}", flush=True)
    print("等待客户端连接中.....", flush=True)

    # step accept: take the first completed connection, as a socket of its own
    conn, addr = server.accept()

    # step send: all of it, however many pieces the kernel takes
    conn.sendall(b"Welcome to study socket!")

    # step receive: the client's closing marks where its message ends
    # corrected: one recv is not one message (proof stream)
    message = b""
    while chunk := conn.recv(1024):
        message += chunk
    text = message.decode("utf-8", errors="replace")
    print(f"服务器端收到 {addr} 发送的信息: {text}")

    # step close: both sockets, the client's and the listening one
    conn.close()
    server.close()


if __name__ == "__main__":
    main()
