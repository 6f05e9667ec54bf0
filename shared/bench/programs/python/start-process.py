"""Starts processes that do nothing, one after another: an operation is a start and a join.

Each is a new interpreter that loads this file (the start method "spawn"), because the other ways start
a new runtime, too. A copy of this process (fork, the usual method on Linux) would be no like thing.
"""

import multiprocessing

from rounds import rounds


def nothing():
    pass


def main():
    spawning = multiprocessing.get_context("spawn")

    def start(operations):
        for _ in range(operations):
            process = spawning.Process(target=nothing)
            process.start()
            process.join()

    rounds(start)


if __name__ == "__main__":
    main()
