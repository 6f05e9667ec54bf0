"""Serves one port twice: a welcome over TCP, a hello over UDP, for ever.

    pnpm chapter 05 tcp-and-udp-server --python
    pnpm chapter 05 client --python
    pnpm chapter 01 hello-client --python --port 9999

From: S2, UDP编程演示
"""

import argparse
import errno
import select
import socket


def written(addr):
    host, port = addr[:2]
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def main():
    parser = argparse.ArgumentParser(description="Serves one port twice.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=9999)
    args = parser.parse_args()

    # step lookup: the host's address, and whether it is an IPv4 or an IPv6 one
    family, _, _, _, (host, _, *scope) = socket.getaddrinfo(args.host, None)[0]

    # step socket: an endpoint for UDP, of that family alone
    udp = socket.socket(family, socket.SOCK_DGRAM)

    while True:
        # step listen: TCP's socket, SO_REUSEADDR, bind and listen in one call
        tcp = socket.create_server((host, args.port, *scope), family=family)

        # step bind: the same number is another port here, free or taken by itself
        try:
            udp.bind(tcp.getsockname())
            break
        except OSError:
            # port 0: the kernel took one that TCP had free, so let it take another
            if args.port != 0:
                raise
            tcp.close()
    print(f"listening on {written(tcp.getsockname())}", flush=True)

    while True:
        # step wait: for a client or a datagram, whichever comes (chapter 08)
        ready, _, _ = select.select([tcp, udp], [], [])

        if tcp in ready:
            # step accept: TCP makes a socket for each client, who may have left already
            conn, addr = tcp.accept()
            print(f"Accept new connection from {written(addr)}...")
            try:
                conn.sendall(b"Welcome!")
            except OSError as error:
                print(f"lost {written(addr)}: {errno.errorcode[error.errno]}")
            conn.close()

        if udp in ready:
            # step receive: UDP has one for all, and says who sent each datagram
            data, addr = udp.recvfrom(65535)
            print(f"Received from {written(addr)}.")

            # step send: one datagram back; what can't be sent costs its client only
            try:
                udp.sendto(b"Hello, %s!" % data, addr)
            except OSError as error:
                print(f"no answer to {written(addr)}: {errno.errorcode[error.errno]}")


if __name__ == "__main__":
    main()
