"""Prints the bytes of each read, and the text that they are in one encoding.

Start it first, and clients in a second terminal, in the same encoding and in another:

    pnpm chapter 06 server --python
    pnpm chapter 06 client --python
    pnpm chapter 06 client --python --encoding gbk

From: ours
"""

import argparse
import codecs
import errno
import socket

ENCODINGS = ["utf-8", "gbk", "gb18030", "big5", "utf-16le"]


def main():
    parser = argparse.ArgumentParser(description="Prints bytes, and the text in them.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=6066)
    parser.add_argument("--encoding", default="utf-8", choices=ENCODINGS)
    parser.add_argument("--bytewise", action="store_true", help="one byte a read")
    args = parser.parse_args()

    # step socket: an endpoint for TCP over IPv4, connected to nothing yet
    server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)

    # step reuse: bind even while old connections of this port wait to die
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)

    # step bind: take an address of this host
    server.bind((args.host, args.port))

    # step listen: room for clients that wait to be accepted
    server.listen(5)
    host, port = server.getsockname()
    print(f"listening on {host}:{port}", flush=True)

    while True:
        # step accept: wait for the next client
        conn, addr = server.accept()

        # step decoder: one for each connection: it keeps half a character
        decoder = codecs.getincrementaldecoder(args.encoding)(errors="replace")

        # step receive: a read may end anywhere, also within a character
        # corrected: the notes decode each read alone (proof split)
        try:
            while chunk := conn.recv(1 if args.bytewise else 1024):
                text = decoder.decode(chunk)
                print(f'{chunk.hex(" ")} in {args.encoding}: "{text}"')

            # step end: a half that nothing follows is shown as what it is
            if rest := decoder.decode(b"", final=True):
                print(f'the end in {args.encoding}: "{rest}"')
        except OSError as error:
            print("lost", addr, errno.errorcode[error.errno])

        # step close: this connection; the listening socket goes on
        conn.close()


if __name__ == "__main__":
    main()
