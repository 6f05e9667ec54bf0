"""A file of lines that keeps what it was given, whatever becomes of the program."""

import os

#: Where git and the checks of this project do not look.
FILE = os.path.abspath(os.path.join(__file__, "../../received/selectdemo.txt"))


class LogFile:
    def __init__(self, path):
        folder = os.path.dirname(os.path.abspath(path))
        if not os.path.exists(folder):
            os.mkdir(folder)
        self.file = open(path, "a+b")
        self.is_safe = True
        # A server that was killed while it wrote may have left half a line, which it
        # had not acknowledged: the next line must not be joined to it.
        if self.file.seek(0, os.SEEK_END) > 0:
            self.file.seek(-1, os.SEEK_END)
            if self.file.read(1) != b"\n":
                self.file.write(b"\n")

    def write(self, lines):
        """Adds lines, which are not safe before the next sync."""
        for line in lines:
            self.file.write(line + b"\n")
            self.is_safe = False

    def sync(self):
        """Returns when all is on the disk, and not only in somebody's memory."""
        if self.is_safe:
            return
        self.file.flush()
        os.fsync(self.file.fileno())
        self.is_safe = True
