"""Answers what pieces of Python come to: a list of them in JSON on stdin, a list of texts on stdout.

The last statement of a piece is an expression; its repr is the answer, or else the exception.
"""

import ast
import codecs
import json
import multiprocessing
import select
import socket
import sys
import threading
import time
import watching


def answer(piece):
    names = {
        "codecs": codecs,
        "multiprocessing": multiprocessing,
        "select": select,
        "socket": socket,
        "threading": threading,
        "time": time,
        "watching": watching,
    }
    tree = ast.parse(piece)
    last = ast.Expression(tree.body.pop().value)
    try:
        exec(compile(tree, "case", "exec"), names)
        return repr(eval(compile(last, "case", "eval"), names))
    except OSError as error:
        if error.errno is not None:
            return f"{type(error).__name__} {error.errno}"
        return f"{type(error).__name__}: {error}"
    except Exception as error:
        return f"{type(error).__name__}: {error}"


json.dump([answer(piece) for piece in json.load(sys.stdin)], sys.stdout)
