"""Says the number of each character that comes: one event loop for all."""

import argparse
import asyncio
import codecs


def numbers(text):
    return "".join(f"U+{ord(character):04X}\n" for character in text).encode()


async def serve(reader, writer):
    decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
    try:
        while chunk := await reader.read(4096):
            writer.write(numbers(decoder.decode(chunk)))
            await writer.drain()
        writer.write(numbers(decoder.decode(b"", final=True)))
        await writer.drain()
    except ConnectionError as error:
        print("lost a client:", error)
    writer.close()


async def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=6066)
    args = parser.parse_args()

    server = await asyncio.start_server(serve, args.host, args.port)
    host, port = server.sockets[0].getsockname()
    print(f"listening on {host}:{port}")
    await server.serve_forever()


asyncio.run(main())
