"""Logs what its clients say, and what you type, in one file; select waits for all.

    pnpm chapter 08 log-server --python
    pnpm chapter 08 log-client --python

From: S4, 应用
"""

import argparse
import select
import socket
import sys

from connection import accept
from lines import Lines
from logfile import FILE, LogFile


def main():
    parser = argparse.ArgumentParser(description="Logs what clients say, and you.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=6666)
    parser.add_argument("--file", default=FILE)
    args = parser.parse_args()

    # step open: to append; half a line that a killed server left gets its end
    # corrected: "w+b" empties the log at every start (proof log)
    log = LogFile(args.file)

    # step listen: socket, SO_REUSEADDR, bind and listen in one call
    # corrected: getsockopt sets nothing, it only asks (01 proof reuse)
    server = socket.create_server((args.host, args.port), backlog=128)
    server.setblocking(False)
    host, port = server.getsockname()
    print(f"listening on {host}:{port}", flush=True)

    # step stdin: without Python's buffer, whose lines select knows nothing of
    # corrected: of three lines at once the notes log one (proof stdin)
    stdin = sys.stdin.buffer.raw

    watched, typed, clients = [server, stdin], Lines(), {}
    while True:
        # step wait: to write only where there is something to be written
        rlist = watched + [conn for conn in clients if conn.reads()]
        wlist = [conn for conn in clients if conn.writes()]
        rs, ws, _ = select.select(rlist, wlist, [])

        news = []
        for r in rs:
            if r is server:
                # step accept: a socket of its own, if select can still watch it
                if conn := accept(server, 1024):
                    print("已连接......")
                    clients[conn] = Lines()
            elif r is stdin:
                # step input: at its end it is ready for ever, so watch it no more
                # corrected: the notes' server takes a whole processor (proof stdin)
                data = stdin.read(4096)
                news += [(None, line) for line in typed.feed(data)]
                if not data:
                    watched.remove(stdin)
            elif (data := r.receive(4096)) or r.ended:
                # step receive: as lines, as soon as there are newlines
                # corrected: a read is no message (proof log)
                news += [(r, line) for line in clients[r].feed(data)]

        # step store: what came in this round, with one write and one fsync
        log.append([line for _, line in news])

        # step acknowledge: not before: now even kill -9 loses nothing of it
        for conn, line in news:
            if conn:
                text = line.decode("utf-8", errors="replace")
                print("已经接收内容并写如select>>>.txt文件内\n 内容:", text)
                conn.tell("接收成功!")

        # step reply: as much as the kernel takes; the rest waits for its turn
        for w in ws:
            w.reply()

        # step close: who has said all, and heard all
        for conn in [conn for conn in clients if conn.is_over()]:
            conn.sock.close()
            del clients[conn]


if __name__ == "__main__":
    main()
