"""Prints what one client says, for as long as the connection lasts.

The client ends the chat with 886, or by leaving.

    pnpm chapter 01 chat-server --python
    pnpm chapter 01 chat-client --python

From: S1, 长连接
"""

import argparse
import codecs
import socket


def main():
    parser = argparse.ArgumentParser(description="Prints what one client says.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=6666)
    args = parser.parse_args()

    # step socket: an endpoint for TCP over IPv4, connected to nothing yet
    server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)

    # step reuse: bind even while old connections of this port wait to die
    # corrected: without it a restart fails for a minute (proof reuse)
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)

    # step bind: take an address of this host
    server.bind((args.host, args.port))

    # step listen: further clients wait in this queue and are never served
    server.listen(128)
    host, port = server.getsockname()
    print(f"listening on {host}:{port}", flush=True)

    # step accept: one client, one long connection
    conn, addr = server.accept()

    # step decoder: keeps half a character until the rest arrives
    # corrected: half a character ends the notes' server (proof stream)
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")

    # step receive: print each read; two messages may arrive as one
    # corrected: the notes read an empty end for ever (proof ends)
    while True:
        chunk = conn.recv(1024)
        text = decoder.decode(chunk, final=not chunk)
        if text:
            print(f"服务端收到信息: {text}")
        if not chunk or text == "886":
            break

    # step close: both sockets, the client's and the listening one
    conn.close()
    server.close()


if __name__ == "__main__":
    main()
