"""The twin of `watch` in watching.ts: what a sequence of steps comes to, each with what is seen after it.

Two connected pairs of sockets, none of which waits. A step is its name, a socket's number, and a mask.
"""

import select
import socket


def caught(call):
    try:
        return repr(call())
    except OSError as error:
        return f"{type(error).__name__} {error.errno}"
    except KeyError:
        return "KeyError"  # the key is a descriptor, another here than there
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def fill(one):
    while True:
        one.send(bytes(65536))


def watch(steps):
    sockets = [*socket.socketpair(), *socket.socketpair()]
    fds = [one.fileno() for one in sockets]
    for one in sockets:
        one.setblocking(False)
    poller = select.poll()
    kernel = select.epoll() if hasattr(select, "epoll") else select.poll()

    def numbers(objects):
        return tuple(sockets.index(one) for one in objects)

    def events(pairs):
        return tuple(sorted((fds.index(fd), event) for fd, event in pairs))

    def seen():
        ready = select.select([*sockets, *sockets], sockets, sockets, 0)
        return tuple(numbers(objects) for objects in ready)

    told = []
    for name, number, mask in steps:
        one = sockets[number]
        call = {
            "send": lambda: one.send(b"x"),
            "fill": lambda: fill(one),
            "recv": lambda: len(one.recv(1)),
            "drain": lambda: len(one.recv(1 << 24)) >= 0,
            "shut": lambda: one.shutdown((mask & 3) % 3),
            "close": lambda: one.close(),
            "register": lambda: poller.register(one, mask),
            "modify": lambda: poller.modify(one, mask),
            "unregister": lambda: poller.unregister(fds[number]),
            "watch": lambda: kernel.register(one, mask),
            "change": lambda: kernel.modify(one, mask),
            "forget": lambda: kernel.unregister(fds[number]),
        }[name]
        told.append(caught(call))
        told.append(caught(seen))
        told.append(caught(lambda: events(poller.poll(0))))
        told.append(caught(lambda: events(kernel.poll(0))))
    for one in sockets:
        one.close()
    return tuple(told)
