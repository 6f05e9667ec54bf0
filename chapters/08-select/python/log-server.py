"""Logs what its clients say, and what you type, in one file; select waits for all.

    pnpm chapter 08 log-server --python
    pnpm chapter 08 log-client --python

From: S4, 应用
"""

import argparse
import select
import socket
import sys

from accept import accept
from connection import close_those_over
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
    # corrected: getsockopt sets nothing, it only asks (07 proof getsockopt)
    server = socket.create_server((args.host, args.port), backlog=128)
    server.setblocking(False)
    host, port = server.getsockname()
    print(f"listening on {host}:{port}", flush=True)

    watched, typed, clients = [server, sys.stdin], Lines(), []
    while True:
        # step wait: to write only where there is something to be written
        rlist = watched + [conn for conn in clients if conn.reads()]
        wlist = [conn for conn in clients if conn.writes()]
        rs, ws, _ = select.select(rlist, wlist, [])
        for r in rs:
            if r is server:
                # step accept: a socket of its own, if select can still watch it
                if conn := accept(server, 1024):
                    print("已连接......")
                    clients.append(conn)
            elif r is sys.stdin:
                # step input: past its buffer, for select can't see what waits there
                # corrected: the notes lose lines, and spin at its end (proof stdin)
                data = sys.stdin.buffer.raw.read(4096)
                log.write(typed.feed(data, ended=not data))
                if not data:
                    watched.remove(sys.stdin)
            else:
                # step receive: as lines, as soon as there are newlines
                # corrected: a read is no message (proof log)
                lines = r.lines.feed(r.receive(4096), r.ended)
                log.write(lines)
                for line in lines:
                    text = line.decode("utf-8", errors="replace")
                    print("已经接收内容并写如select>>>.txt文件内\n 内容:", text)
                    r.tell("接收成功!")

        # step sync: before any reply: what it promises survives even a power cut
        log.sync()

        # step reply: as much as the kernel takes; the rest waits for its turn
        for w in ws:
            w.reply()

        # step close: who has said all, and heard all
        clients = close_those_over(clients)


if __name__ == "__main__":
    main()
