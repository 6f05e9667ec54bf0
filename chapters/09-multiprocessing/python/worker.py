"""A process that counts primes, asked through a pipe of its own."""

import multiprocessing

from primes import count_primes

#: It is there at once; and the literal way has no choice but the other one, spawn.
FORK = multiprocessing.get_context("fork")


class Worker:
    """A process that counts, as the server has it; `select` waits for what it says."""

    def __init__(self, name, not_its_own):
        self.name = name
        self.share = 0  # how many questions it has answered
        self.peer = None  # who waits for its answer
        self.pipe, theirs = FORK.Pipe()
        self.process = FORK.Process(
            target=work,
            args=(theirs, [*not_its_own, self.pipe]),
            name=name,
            daemon=True,
        )
        self.process.start()
        # Only the worker has this end now: when it ends, ours is at its end.
        theirs.close()

    def fileno(self):
        return self.pipe.fileno()


def work(pipe, not_its_own):
    """What it does: numbers come, and counts go back, until the server ends."""
    # A fork has copies of all that its parent has open. With them here, no client
    # would see the end of a connection that its server has closed.
    for other in not_its_own:
        other.close()
    try:
        while True:
            pipe.send(count_primes(pipe.recv()))
    except (EOFError, OSError):
        pass
