"""The lines in a stream of bytes."""

#: Bytes that a line may have: a longer one is cut into several.
LONGEST = 65536


class Lines:
    """Takes what is read from one peer, and gives back what makes a line of it.

    Until a newline has come, each read is a line, as the notes have it. From then on
    the peer is known to end its lines, and a read may bring several, or a part of one.
    """

    def __init__(self):
        self.rest = b""
        self.by_newline = False

    def feed(self, data, ended):
        """The lines that are whole now, without empty ones; at the end, the rest."""
        self.by_newline = self.by_newline or b"\n" in data
        lines = (self.rest + data).split(b"\n")
        is_open = self.by_newline and not ended and len(lines[-1]) < LONGEST
        self.rest = lines.pop() if is_open else b""
        return [line for line in lines if line]
