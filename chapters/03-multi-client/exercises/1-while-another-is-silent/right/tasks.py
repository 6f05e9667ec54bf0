"""Greets its clients, and answers each line of theirs: asyncio, one thread."""

import argparse
import asyncio


async def talk(reader, writer):
    try:
        writer.write(b"Welcome!\n")
        async for line in reader:
            writer.write(b"Hello, " + line.rstrip(b"\n") + b"!\n")
            await writer.drain()
    except OSError as error:
        print("lost a client:", error)
    writer.close()


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=9999)
    args = parser.parse_args()

    server = await asyncio.start_server(talk, args.host, args.port)
    host, port = server.sockets[0].getsockname()
    print(f"listening on {host}:{port}")
    await server.serve_forever()


asyncio.run(main())
