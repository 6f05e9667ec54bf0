"""A file of lines that keeps what it was given, whatever becomes of the program."""

import os

#: Where git and the checks of this project do not look.
FILE = os.path.abspath(os.path.join(__file__, "../../received/selectdemo.txt"))


class LogFile:
    def __init__(self, path):
        os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
        self.file = open(path, "a+b")
        # A server that was killed while it wrote may have left half a line, which it
        # had not acknowledged: the next line must not be joined to it.
        if self.file.seek(0, os.SEEK_END) > 0:
            self.file.seek(-1, os.SEEK_END)
            if self.file.read(1) != b"\n":
                self.file.write(b"\n")

    def append(self, lines):
        """Returns when the lines are safe: on the disk, not only in the kernel's memory."""
        if not lines:
            return
        self.file.write(b"".join(line + b"\n" for line in lines))
        self.file.flush()
        os.fsync(self.file.fileno())
