"""Receives a file and writes it, 64 KiB at a time, as chapter 04's server does: an operation is a MiB."""

import os
import socket
import tempfile

from rounds import listening, rounds


def main():
    server = socket.create_server(("127.0.0.1", 0))
    listening(server)

    def store(mebibytes):
        conn, _ = server.accept()
        # Its name goes at once: nothing is left, however this program ends.
        name = os.path.join(tempfile.gettempdir(), f"netnotes-bench-{os.getpid()}")
        with open(name, "wb") as file:
            os.unlink(name)
            conn.sendall(b"?")
            while piece := conn.recv(65536):
                file.write(piece)
            assert file.tell() == mebibytes * 1024 * 1024
        conn.close()

    rounds(store)


if __name__ == "__main__":
    main()
