"""Guesses which encoding a text is in."""

import argparse
import codecs
import socket

MARKED = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16le",
    codecs.BOM_UTF16_BE: "utf-16be",
}


def guess(data):
    for mark, encoding in MARKED.items():
        if data.startswith(mark):
            return encoding, data.removeprefix(mark).decode(encoding)
    try:
        return "utf-8", data.decode()
    except UnicodeDecodeError:
        return "gbk", data.decode("gbk")


parser = argparse.ArgumentParser()
parser.add_argument("--host", default="127.0.0.1")
parser.add_argument("--port", type=int, default=6066)
args = parser.parse_args()

server = socket.create_server((args.host, args.port))
host, port = server.getsockname()
print(f"listening on {host}:{port}")
while True:
    conn, _ = server.accept()
    with conn, conn.makefile("rb") as file:
        encoding, text = guess(file.read())
        conn.sendall(f"{encoding}\n{text}".encode())
