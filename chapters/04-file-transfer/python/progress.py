"""A bar on the terminal that grows while a file is sent; nothing elsewhere."""

import os
import sys
import unicodedata


class Progress:
    """Drawn on stderr whenever another percent is done."""

    def __init__(self, file, total):
        self.name = os.path.basename(file)
        self.total = total
        self.done = 0
        self.shown = None

    def advance(self, count):
        self.done += count
        percent = min(100, 100 * self.done // self.total) if self.total else 100
        if percent == self.shown or not sys.stderr.isatty():
            return
        # The cursor waits below the bar: an error, or the shell, has a line of its own.
        up = "" if self.shown is None else "\x1b[A"
        columns = os.get_terminal_size(sys.stderr.fileno()).columns or 80
        name = cut(self.name, columns // 3)
        room = max(0, columns - width(name) - len(" [] 100% "))
        bar = ("#" * (percent * room // 100)).ljust(room)
        sys.stderr.write(f"{up}\r{name} [{bar}] {percent:3}%\n")
        sys.stderr.flush()
        self.shown = percent


def width(text):
    """The columns that a text takes: a Chinese character has two."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def cut(text, columns):
    """The beginning of a text, as much as fits."""
    fits = ""
    for char in text:
        if width(fits + char) > columns:
            break
        fits += char
    return fits
