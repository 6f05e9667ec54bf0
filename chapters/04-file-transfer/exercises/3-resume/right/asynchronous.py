"""Receives files that may come in parts: one event loop for all clients."""

import argparse
import asyncio
import hashlib
import pathlib


async def receive(reader, writer, whole, length):
    name = whole if whole.exists() else whole.with_suffix(".partial")
    with open(name, "ab") as file:
        have = file.tell()
        writer.write(b"%d\n" % have)
        while have < length:
            piece = await reader.read(min(length - have, 1000))
            if not piece:
                return
            file.write(piece)
            file.flush()
            have += len(piece)
    if hashlib.sha256(name.read_bytes()).hexdigest() == whole.name:
        name.rename(whole)
        writer.write(b"stored\n")
    else:
        name.unlink()
        writer.write(b"refused\n")


async def serve(reader, writer):
    try:
        digest, length = (await reader.readline()).decode().split()
        if len(digest) == 64 and digest.isalnum():
            await receive(reader, writer, args.to / digest, int(length))
    except OSError as error:
        print("lost a client:", error)
    writer.close()


async def main():
    server = await asyncio.start_server(serve, args.host, args.port)
    host, port = server.sockets[0].getsockname()
    print(f"listening on {host}:{port}")
    await server.serve_forever()


parser = argparse.ArgumentParser()
parser.add_argument("--host", default="127.0.0.1")
parser.add_argument("--port", type=int, default=8848)
parser.add_argument("--to", type=pathlib.Path, default=".")
args = parser.parse_args()
asyncio.run(main())
