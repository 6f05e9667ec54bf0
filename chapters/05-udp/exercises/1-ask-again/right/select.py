"""Asks a question for each word: select, and a look at who has answered."""

import argparse
import select
import socket
import sys
import time


def ask(client, server, question, timeout):
    """The text of the answer, or None."""
    client.sendto(question, server)
    until = time.monotonic() + timeout
    while (left := until - time.monotonic()) > 0:
        if not select.select([client], [], [], left)[0]:
            return None
        answer, sender = client.recvfrom(2048)
        number, _, text = answer.partition(b" ")
        if sender == server and number == question.split()[0]:
            return text.decode()


parser = argparse.ArgumentParser()
parser.add_argument("--host", default="127.0.0.1")
parser.add_argument("--port", type=int, default=9999)
parser.add_argument("--timeout", type=float, default=0.5)
parser.add_argument("--tries", type=int, default=5)
parser.add_argument("words", nargs="*")
args = parser.parse_args()

client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
for number, word in enumerate(args.words, 1):
    question = f"{number} {word}".encode()
    for _ in range(args.tries):
        answer = ask(client, (args.host, args.port), question, args.timeout)
        if answer is not None:
            print(answer)
            break
    else:
        sys.exit(f"no answer to {word}")
