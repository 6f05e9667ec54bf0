"""Sends every client back what it says: selectors, and a buffer for each."""

import argparse
import selectors
import socket

READ, WRITE = selectors.EVENT_READ, selectors.EVENT_WRITE
FULL = 65536

parser = argparse.ArgumentParser()
parser.add_argument("--host", default="127.0.0.1")
parser.add_argument("--port", type=int, default=8888)
args = parser.parse_args()

server = socket.create_server((args.host, args.port))
host, port = server.getsockname()
print(f"listening on {host}:{port}")
sel = selectors.DefaultSelector()
sel.register(server, READ, None)


class Client:
    unsent, ended, lost = b"", False, False


def serve(conn, client, events):
    try:
        if events & READ:
            data = conn.recv(16384)
            client.ended = not data
            client.unsent += data
        if client.unsent:
            client.unsent = client.unsent[conn.send(client.unsent) :]
    except BlockingIOError:
        pass
    except OSError as error:
        print("lost a client:", error)
        client.lost = True


while True:
    for key, events in sel.select():
        conn, client = key.fileobj, key.data
        if client is None:
            conn, _ = server.accept()
            conn.setblocking(False)
            sel.register(conn, READ, Client())
            continue
        serve(conn, client, events)
        reads = READ * (not client.ended and len(client.unsent) < FULL)
        writes = WRITE * bool(client.unsent)
        if client.lost or not (reads or writes):
            sel.unregister(conn)
            conn.close()
        else:
            sel.modify(conn, reads | writes, client)
