"""Runs one Python program of a chapter:

    python3 -u shared/course/run.py PROGRAM.py [ARGUMENT ...]

SIGINT keeps its default action, as in the other ways: no KeyboardInterrupt. A system error that nobody
caught ends in one line with what to do, as run.cjs does for TypeScript; any other error keeps its
traceback.
"""

import errno
import os
import signal
import socket
import sys
import threading
import types

HERE = os.path.dirname(os.path.abspath(__file__))

#: The calls whose address is worth telling; the exception itself does not carry it.
ADDRESSED = ("bind", "connect", "sendto")
PLAIN = ("listen", "accept", "recv", "recv_into", "recvfrom", "send", "sendall", "shutdown")


def remember(owner, name, place_of=None):
    """Make a call note its name, and its address, on the OSError that it raises."""
    call = getattr(owner, name)

    def noting(*args, **kwargs):
        try:
            return call(*args, **kwargs)
        except OSError as error:
            if not hasattr(error, "call"):
                unknown = isinstance(error, socket.gaierror)
                error.call = "getaddrinfo" if unknown else name
                error.place = place_of(args, unknown) if place_of else refuser(args[0], error)
            raise

    setattr(owner, name, noting)


def address_of(args, unknown):
    """The address that a socket was given, its last argument; of an unknown host, the name alone."""
    return args[-1][0] if unknown else place(args[-1])


def host_of(args, unknown):
    return args[0] if args else None


def refuser(owner, error):
    """The peer of a connected datagram socket: it alone is refused after connect has returned."""
    if error.errno != errno.ECONNREFUSED:
        return None
    try:
        return place(owner.getpeername())
    except OSError:
        return None


def place(address):
    """An address as people write it: HOST:PORT, [HOST]:PORT, or a path."""
    if not isinstance(address, tuple):
        return str(address)
    host, port = address[:2]
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def line_of(error):
    """The one line: what was attempted, the errno's name, the address, what to do."""
    before = error.__context__
    if hasattr(before, "call") and before.errno == error.errno:
        error = before  # create_server raises a new one, with the address in its text
    if isinstance(error, socket.gaierror):
        names = (name for name in dir(socket) if name.startswith("EAI_"))
        code = next((name for name in names if getattr(socket, name) == error.errno), "EAI")
    else:
        code = errno.errorcode.get(error.errno or 0, "")
    said = error.strerror or str(error)
    parts = (
        f"{call_of(error)}:",
        code,
        said if said[:2].isupper() else said[:1].lower() + said[1:],
        getattr(error, "place", None) or error.filename,
    )
    line = " ".join(str(part) for part in parts if part)
    # The advice is on sockets: a file that cannot be opened is another matter.
    todo = advice(code, error.call, parts[-1]) if hasattr(error, "call") else None
    return f"{line} ({todo})" if todo else line


def call_of(error):
    """What was attempted: a call on a file does not say its name, but the line that made it does."""
    if hasattr(error, "call"):
        return error.call
    import linecache  # only where something has gone wrong
    import re

    made = error.__traceback__
    while made and made.tb_next:
        made = made.tb_next
    line = linecache.getline(made.tb_frame.f_code.co_filename, made.tb_lineno) if made else ""
    found = re.search(r"\b(open|mkdir|rename|replace|link|unlink|remove|stat|truncate)\(", line)
    name = found[1] if found else "system"
    return {"replace": "rename", "remove": "unlink"}.get(name, name)  # as the kernel's are called


def advice(code, call, address):
    """What to do. Some errors mean another thing of a path, or of the call that takes it."""
    is_path = address and not address.rpartition(":")[2].isdigit()
    known = all_advice()
    todo = (
        (is_path and known.get(f"{code} on a path"))
        or known.get(f"{code} in {call}")
        or known.get(code)
    )
    return todo and todo.replace("{server}", os.environ.get("NETNOTES_SERVER", "its server"))


def all_advice():
    try:
        import json  # only where something has gone wrong

        with open(os.path.join(HERE, "../stdlib/src/advice.json"), encoding="utf-8") as file:
            return json.load(file)
    except OSError:
        return {}  # no descriptor is left to read it by


def misused(args):
    """What is wrong with an argument that would be taken for something else: see misused.cjs."""
    for at, word in enumerate(args):
        if word == "--":
            break
        name, is_one, value = word.partition("=")
        if not is_one:
            value = args[at + 1] if at + 1 < len(args) else None
        if value == "" and name in ("--host", "--path", "--file"):
            return f"{name} must not be empty"
    return None


def main():
    if len(sys.argv) < 2:
        end("usage: python3 -u run.py PROGRAM.py [ARGUMENT ...]", 2)
    wrong = misused(sys.argv[2:])
    if wrong:
        end(wrong, 2)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    end_with(os.environ.pop("NETNOTES_PARENT", None))
    for name in ADDRESSED:
        remember(socket.socket, name, address_of)
    for name in PLAIN:
        remember(socket.socket, name)
    remember(socket, "getaddrinfo", host_of)
    threading.excepthook = tell_of_thread
    os.register_at_fork(after_in_child=watch_process)
    sys.dont_write_bytecode = True
    del sys.argv[0]
    sys.path[0] = os.path.dirname(os.path.abspath(sys.argv[0]))
    try:
        run(sys.argv[0])
    except (BrokenPipeError, ConnectionResetError) as error:
        if hasattr(error, "call"):
            end(line_of(error), 1)
        # `pnpm chapter … | head` closed our output early: nothing is left to say, and nobody listens.
        # A parent that runs on Node gives its child a socket for it, and that is reset.
        os._exit(0)
    except OSError as error:
        end(line_of(error), 1)
    except OverflowError as error:
        if "port must be 0-65535" not in str(error):
            raise
        end("--port must be 0-65535", 2)
    except (UnicodeError, EOFError) as error:
        end(str(error), 1)


def run(program):
    """As runpy.run_path does, which takes a tenth of a program's start to load."""
    module = types.ModuleType("__main__")
    module.__file__ = program
    sys.modules["__main__"] = module
    with open(program, "rb") as file:
        code = compile(file.read(), program, "exec")
    exec(code, module.__dict__)


def tell_of_thread(failed):
    """A thread tells of its error as main does, under its name, and as a literal program's threads do."""
    said = said_of(failed.exc_value)
    if said is None:
        return threading.__excepthook__(failed)
    if said:
        sys.stderr.write(f"Exception in thread {failed.thread.name}:\n{said}\n")


def watch_process():
    """So does a process that the program has forked by multiprocessing, which nobody need have imported."""
    module = sys.modules.get("multiprocessing.process")
    if module is None:
        return
    run = module.BaseProcess.run

    def telling(process):
        try:
            run(process)
        except Exception as error:
            said = said_of(error)
            if said is None:
                raise
            if said:
                sys.stderr.write(f"Process {process.name}:\n{said}\n")
            sys.exit(1)

    module.BaseProcess.run = telling


def said_of(error):
    """What a thread or a process says of an error: nothing if that is its output's; None if it is a bug."""
    if isinstance(error, (BrokenPipeError, ConnectionResetError)) and not hasattr(error, "call"):
        return ""  # nobody reads our output any more
    if isinstance(error, OSError):
        return line_of(error)
    if isinstance(error, (UnicodeError, EOFError)):
        return str(error)
    return None


def end_with(parent):
    """Ask Linux to end this process with the command that started it, also when that is killed.

    A program of ours leaves nothing running, not even on kill -9. See PR_SET_PDEATHSIG(2const).
    """
    if parent != str(os.getppid()) or sys.platform != "linux":
        return
    import ctypes

    PR_SET_PDEATHSIG = 1
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def end(line, status):
    print(line, file=sys.stderr)
    sys.exit(status)


if __name__ == "__main__":
    main()
