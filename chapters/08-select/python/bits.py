"""Shows what & | ^ << and >> do to 11 and 14, and what they are for: flags.

    pnpm chapter 08 bits --python

From: S4, 位运算
"""

import argparse
import select

FLAGS = ["POLLIN", "POLLPRI", "POLLOUT", "POLLERR", "POLLHUP", "POLLNVAL"]


def names(mask):
    """The flags that are set in a mask: each is a bit of its own, and & filters it."""
    return [name for name in FLAGS if mask & getattr(select, name)]


def main():
    argparse.ArgumentParser(description="Shows bits, and flags.").parse_args()

    # step numbers: the same two as in the notes
    a, b = 11, 14
    print(f"    {a}  {a:04b}")
    print(f"    {b}  {b:04b}")

    # step table: bit by bit, each column by itself
    print(f"     &  {a & b:04b}  {a & b}")
    print(f"     |  {a | b:04b}  {a | b}")
    print(f"     ^  {a ^ b:04b}  {a ^ b}")

    # step shift: to the left doubles; to the right halves, and drops the remainder
    print(f"11 << 2 == {a << 2}")
    print(f"14 >> 2 == {b >> 2}")

    # step combine: | puts flags together, as poll's register takes them
    mask = select.POLLIN | select.POLLOUT
    print("watched:", mask, *names(mask))

    # step filter: & asks for one of them, & ~ takes one out
    event = select.POLLIN | select.POLLHUP
    print("event:", event, *names(event))
    print("besides POLLIN:", *names(event & ~select.POLLIN))


if __name__ == "__main__":
    main()
