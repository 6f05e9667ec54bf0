"""Writes code and hears music at the same time, each in a process of its own.

    pnpm chapter 09 coding-music --python

From: S1, 多进程实现步骤
"""

import argparse
import multiprocessing
import time


def main():
    parser = argparse.ArgumentParser(description="Does two things in two processes.")
    parser.add_argument(
        "--pause", type=float, default=1, help="seconds before each line"
    )
    args = parser.parse_args()
    if not 0 <= args.pause <= 60:
        parser.error("--pause must be 0 to 60")

    # step process: one for each function, which is named here and called there
    # corrected: a process saves nothing, it costs (proof cost)
    p1 = multiprocessing.Process(target=coding, args=(args.pause,))
    p2 = multiprocessing.Process(target=music, args=(args.pause,))

    # step start: now there are three, and this one ends when the other two have
    p1.start()
    p2.start()


# step coding: what the first one does
def coding(pause):
    for i in range(1, 21):
        time.sleep(pause)
        # One write for the whole line: those of two processes do not mix.
        print(f"正在敲代码----  {i}\n", end="", flush=True)


# step music: what the second one does meanwhile
def music(pause):
    for i in range(1, 21):
        time.sleep(pause)
        print(f"正在听音乐****  {i}\n", end="", flush=True)


if __name__ == "__main__":
    main()
