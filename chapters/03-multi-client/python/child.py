"""A process that ends with its parent, even when that is ended by kill -9.

`daemon=True` alone leaves that to the parent's last moments, and kill -9 gives it none.
(The literal way's daemons end with their parent by themselves.)
"""

import multiprocessing
import os
import threading


class Child(multiprocessing.get_context("fork").Process):
    def run(self):
        # A thread of its own watches the parent: this one blocks elsewhere.
        threading.Thread(target=end_with_parent, daemon=True).start()
        try:
            super().run()
        except OSError:
            os._exit(1)  # it can't print any more: tcplink leaves no other


def end_with_parent():
    # It reads from a pipe that the kernel closes with the parent.
    multiprocessing.parent_process().join()
    os._exit(1)
