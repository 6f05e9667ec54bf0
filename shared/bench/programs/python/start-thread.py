"""Starts threads that do nothing, one after another: an operation is a start and a join."""

import threading

from rounds import rounds


def nothing():
    pass


def main():
    def start(operations):
        for _ in range(operations):
            thread = threading.Thread(target=nothing)
            thread.start()
            thread.join()

    rounds(start)


if __name__ == "__main__":
    main()
