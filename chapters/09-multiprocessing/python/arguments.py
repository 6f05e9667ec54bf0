"""Hands arguments to processes, by order and by name, and names the processes.

    pnpm chapter 09 arguments --python

From: S1, 进程参数
"""

import argparse
import multiprocessing
import time


def main():
    parser = argparse.ArgumentParser(description="Hands arguments to processes.")
    parser.parse_args()

    # step args: as in a call, in the order of the parameters
    p1 = multiprocessing.Process(target=coding, args=("小明", 21))

    # step kwargs: by the parameters' names
    # corrected: their number decides nothing, their names do (proof arguments-rules)
    p2 = multiprocessing.Process(target=music, kwargs={"num": 21, "name": "小明"})

    # step name: for people to read; without one it is counted, and counts with one
    p11 = multiprocessing.Process(target=coding, args=("小明", 21), name="QQ")
    p22 = multiprocessing.Process(
        target=music, kwargs={"num": 21, "name": "小明"}, name="WX"
    )
    print(f"p1:{p1.name}", flush=True)
    print(f"p2:{p2.name}", flush=True)
    print(f"p11:{p11.name}", flush=True)
    print(f"p22:{p22.name}", flush=True)

    # step start: two of them; the other two never become processes
    p1.start()
    p2.start()


# step coding: has copies of its arguments, and shares nothing with the others
def coding(name, num):
    for i in range(1, num):
        time.sleep(0.01)
        # One write for the whole line: those of two processes do not mix.
        print(f"{name}正在敲第{i}行代码-\n", end="", flush=True)


# step music: the same
def music(name, num):
    for i in range(1, num):
        time.sleep(0.01)
        print(f"{name}正在听第{i}首音乐********\n", end="", flush=True)


if __name__ == "__main__":
    main()
