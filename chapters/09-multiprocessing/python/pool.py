"""A pool of processes that count primes: who of them counts what for whom.

A worker has one question at a time, so that one that is killed loses only that one.
"""

from collections import deque

from worker import Worker


class Pool:
    def __init__(self, width):
        self.width = width
        self.started = 0
        self.workers = []
        self.idle = deque()  # first the one that has been idle for longest
        self.questions = deque()  # of whom, and the limit; the oldest first

    def fill(self, not_theirs):
        """Starts workers until there are enough: at first, and when one was killed."""
        while len(self.workers) < self.width:
            self.started += 1
            pipes = [worker.pipe for worker in self.workers]
            worker = Worker(f"worker {self.started}", [*not_theirs, *pipes])
            print(f"{worker.name} is process {worker.process.pid}", flush=True)
            self.workers.append(worker)
            self.idle.append(worker)

    def ask(self, peer, limit):
        self.questions.append((peer, limit))

    def assign(self):
        """Gives questions to workers for as long as there are both."""
        while self.questions and self.idle:
            worker = self.idle.popleft()
            worker.peer, limit = self.questions.popleft()
            try:
                worker.pipe.send(limit)
            except OSError:
                pass  # it has just ended: `answer` will find that

    def answer(self, worker):
        """Hears a worker that `select` has found: who is to be told, and what."""
        peer, worker.peer = worker.peer, None
        try:
            count = worker.pipe.recv()
        except (EOFError, OSError):
            return peer, self.bury(worker)
        worker.share += 1
        self.idle.append(worker)
        return peer, f"{count} ({worker.name})"

    def bury(self, worker):
        """Forgets a worker that has ended, and has the kernel forget it, too."""
        self.workers.remove(worker)
        if worker in self.idle:
            self.idle.remove(worker)
        worker.pipe.close()
        worker.process.join()
        print(f"{worker.name} ended", flush=True)
        return f"{worker.name} ended: ask again"

    def shares(self):
        return ", ".join(f"{worker.name}: {worker.share}" for worker in self.workers)
