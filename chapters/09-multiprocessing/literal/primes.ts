/**
 * Counts primes, by the sieve of Eratosthenes: a task that computes and never waits.
 */

/** The largest limit. A sieve has a byte for each number up to it. */
export const LARGEST = 10_000_000;

/** How many primes there are from 0 to a limit, which is included. */
export function countPrimes(limit: number): number {
  const prime = new Uint8Array(limit + 1).fill(1);
  prime.fill(0, 0, 2); // neither 0 nor 1 is one
  for (let n = 2; n * n <= limit; n += 1) {
    if (prime[n] === 0) continue;
    for (let m = n * n; m <= limit; m += n) prime[m] = 0;
  }
  return prime.reduce((count, one) => count + one, 0);
}
