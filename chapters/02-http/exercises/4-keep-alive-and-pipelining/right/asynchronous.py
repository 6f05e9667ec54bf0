"""Answers one request after the other: asyncio's way."""

import argparse
import asyncio


async def serve(reader, writer):
    try:
        closing = False
        while not closing:
            head = await reader.readuntil(b"\r\n\r\n")
            first, *lines = head.decode("latin1").lower().split("\r\n")
            fields = dict(line.split(":", 1) for line in lines if line)
            size = int(fields.get("content-length", "0"))
            await reader.readexactly(size)
            method, target, _ = head.decode("latin1").split(" ", 2)
            text = f"{method} {target}, {size} bytes\n"
            answer = f"HTTP/1.1 200 OK\r\nContent-Length: {len(text)}\r\n\r\n"
            writer.write((answer + text).encode())
            await writer.drain()
            asked = fields.get("connection", "").strip() == "close"
            closing = asked or first.endswith("http/1.0")
    except (asyncio.IncompleteReadError, ConnectionError):
        pass  # the client has ended, or broken off
    writer.close()


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    args = parser.parse_args()
    server = await asyncio.start_server(serve, args.host, args.port)
    print("listening on %s:%d" % server.sockets[0].getsockname())
    await server.serve_forever()


asyncio.run(main())
