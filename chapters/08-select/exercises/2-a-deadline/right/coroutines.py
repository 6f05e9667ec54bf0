"""Greets everybody who says a name within so many seconds: asyncio."""

import argparse
import asyncio

parser = argparse.ArgumentParser()
parser.add_argument("--host", default="127.0.0.1")
parser.add_argument("--port", type=int, default=8888)
parser.add_argument("--timeout", type=float, default=5)
args = parser.parse_args()


async def serve(reader, writer):
    try:
        line = await asyncio.wait_for(reader.readline(), args.timeout)
        if line.endswith(b"\n"):
            writer.write(b"Hello, " + line[:-1] + b"!\n")
    except asyncio.TimeoutError:
        writer.write(b"too late\n")
    except OSError as error:
        print("lost a client:", error)
    writer.close()


async def main():
    server = await asyncio.start_server(serve, args.host, args.port)
    host, port = server.sockets[0].getsockname()
    print(f"listening on {host}:{port}")
    await server.serve_forever()


asyncio.run(main())
