"""Finds the file that a request names, and none outside of the folder.

See also RFC 9112, section 3.2 (request targets).
"""

import os
import re
from urllib.parse import unquote

#: The chapter's own pages.
SITE = os.path.join(os.path.dirname(__file__), "..", "site")
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}


def folder(name):
    """The folder of that name as it really lies: absolute, and without links."""
    if not os.path.isdir(name):
        raise ValueError("no such folder")
    return os.path.realpath(name)


def path_of(target):
    """The path in a request target, decoded; None where there is none, or a bad one."""
    # A proxy is sent a whole URI, and a server has to understand that too.
    target = re.sub("^https?://[^/?#]+/?", "/", target, flags=re.IGNORECASE)
    path = target.partition("?")[0]
    if not path.startswith("/") or "#" in target:
        return None
    if re.search("%(?![0-9A-Fa-f]{2})", path):
        return None
    try:
        path = unquote(path, errors="strict")
    except UnicodeDecodeError:
        return None
    return None if "\0" in path else path


def read_file(root, path):
    """A file's content and type; None where there is none, or it is not in the folder.

    `root` is a folder as `folder` gives it.
    """
    name = root + path + ("index.html" if path.endswith("/") else "")
    if not os.path.isfile(name):
        return None
    # Where it lies is known only when each ".." and each link has been followed.
    file = os.path.realpath(name)
    if not file.startswith(os.path.join(root, "")):
        return None
    try:
        with open(file, "rb") as opened:
            content = opened.read()
    except OSError:
        return None
    kind = TYPES.get(os.path.splitext(file)[1], "application/octet-stream")
    return content, kind
