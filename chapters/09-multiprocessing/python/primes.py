"""Counts primes, by the sieve of Eratosthenes: a task that computes and never waits."""

#: The largest limit. A sieve has a byte for each number up to it.
LARGEST = 10_000_000


def count_primes(limit):
    """How many primes there are from 0 to a limit, which is included."""
    prime = bytearray([1]) * (limit + 1)
    prime[:2] = b"\0\0"  # neither 0 nor 1 is one
    for n in range(2, int(limit**0.5) + 1):
        if prime[n]:
            prime[n * n :: n] = bytes(len(range(n * n, limit + 1, n)))
    return prime.count(1)
