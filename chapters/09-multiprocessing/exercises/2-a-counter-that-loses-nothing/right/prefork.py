"""Gives tickets to clients, each served by one of several processes: forked."""

import argparse
import multiprocessing
import os
import socket


def next_ticket(store, lock):
    with lock:
        store.send(b"get")
        number = int(store.recv(64)) + 1
        store.send(b"set %d" % number)
        store.recv(64)
        return number


def work(server, store_port, lock):
    store = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    store.connect(("127.0.0.1", store_port))
    while True:
        conn, _ = server.accept()
        try:
            with conn, conn.makefile("rb") as lines:
                for name in lines:
                    number = next_ticket(store, lock)
                    conn.sendall(b"%d %d %s" % (number, os.getpid(), name))
        except OSError as error:
            print("lost a client:", error)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=9090)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--store", type=int, default=9091)
    args = parser.parse_args()

    server = socket.create_server((args.host, args.port))
    host, port = server.getsockname()
    print(f"listening on {host}:{port}")
    lock = multiprocessing.Lock()
    for _ in range(args.workers):
        arguments = (server, args.store, lock)
        multiprocessing.Process(target=work, args=arguments).start()
