"""Counts in the main process, too, while two others write code and hear music.

    pnpm chapter 09 main-too --python
    pnpm chapter 09 main-too --python --main-first

From: S1, main进程
"""

import argparse
import multiprocessing
import time


def main():
    parser = argparse.ArgumentParser(description="Counts in the main process, too.")
    parser.add_argument(
        "--main-first",
        action="store_true",
        help="count before the others are started",
    )
    parser.add_argument(
        "--pause", type=float, default=0.1, help="seconds after each line of main's"
    )
    args = parser.parse_args()
    if not 0 <= args.pause <= 60:
        parser.error("--pause must be 0 to 60")

    # step process: an object is no process yet
    p1 = multiprocessing.Process(target=coding, args=("小明", 11))
    p2 = multiprocessing.Process(target=music, kwargs={"num": 11, "name": "小明"})

    # step main-first: nobody else is there, so all of these lines come first
    if args.main_first:
        count(args.pause)

    # step start: it returns at once, before the new process has done anything
    p1.start()
    p2.start()

    # step main-too: one of three; whose line is next is the kernel's affair
    if not args.main_first:
        count(args.pause)


# step count: what the main process does
def count(pause):
    for i in range(1, 21):
        # One write for the whole line: those of two processes do not mix.
        print(f"main: -------  {i}\n", end="", flush=True)
        time.sleep(pause)


# step coding: what the first of the others does
def coding(name, num):
    for i in range(1, num):
        time.sleep(0.01)
        print(f"{name}正在敲第{i}行代码-\n", end="", flush=True)


# step music: what the second one does
def music(name, num):
    for i in range(1, num):
        time.sleep(0.01)
        print(f"{name}正在听第{i}首音乐********\n", end="", flush=True)


if __name__ == "__main__":
    main()
