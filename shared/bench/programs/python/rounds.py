"""How every program here is spoken to: by lines on stdin, answered by lines on stdout."""

import json
import sys
import time


def listening(server):
    """Tell the address, then wait for a line: the peer has connected by then."""
    host, port = server.getsockname()
    print(f"listening on {host}:{port}", flush=True)
    sys.stdin.readline()


def rounds(work):
    """Do `work` for each line, which is a number of operations, and tell the seconds that it took."""
    for line in sys.stdin:
        operations = int(line)
        start = time.monotonic()
        work(operations)
        seconds = time.monotonic() - start
        print(json.dumps({"operations": operations, "seconds": seconds}), flush=True)


def received(data):
    """What a peer sent; the end of the stream is a fault here."""
    if not data:
        sys.exit("the peer is gone")
    return data
