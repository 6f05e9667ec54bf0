"""Outlines Python programs for the content gate.

A JSON list of their sources comes on stdin; a list of outlines goes to stdout: the imports, the texts
that a person or a peer reads, and whether main is run last.
"""

import ast
import json
import re
import sys

#: What stands between two pieces of a message, in the notes' way of formatting.
PLACEHOLDER = re.compile(r"%[-#0 +]*\d*(?:\.\d+)?[sdrfx]|\{[^{}]*\}")
CHINESE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
WORDS = re.compile(r"[A-Za-z]+[ ,]+[A-Za-z]+")
#: The calls that show or send a text.
SPEAKS = {"print", "input", "send", "sendall", "sendto", "write"}
GUARDED = 'if __name__ == "__main__":\n    main()'


def outline(source):
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        return {"error": {"line": error.lineno or 1, "text": error.msg}}
    last = tree.body[-1] if tree.body else None
    return {
        "imports": [found for node in ast.walk(tree) for found in imports(node)],
        "texts": list(texts(tree)),
        "hasMain": any(
            isinstance(node, ast.FunctionDef) and node.name == "main" for node in tree.body
        ),
        "endsWithMain": last is not None and ast.unparse(last) == ast.unparse(ast.parse(GUARDED)),
    }


def imports(node):
    if isinstance(node, ast.Import):
        for name in node.names:
            yield imported(node, name.name)
    elif isinstance(node, ast.ImportFrom):
        yield imported(node, "." * node.level + (node.module or ""))


def imported(node, module):
    standard = module.split(".")[0] in sys.stdlib_module_names
    return {"line": node.lineno, "from": module, "standard": standard}


def texts(tree):
    """Chinese anywhere; words of any language where they are printed or sent."""
    said = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node) in SPEAKS:
            said.update(id(part) for argument in node.args for part in ast.walk(argument))
    for node in ast.walk(tree):
        for child in ast.iter_child_nodes(node):
            if isinstance(node, ast.Expr) and isinstance(child, ast.Constant):
                said.discard(id(child))
            elif isinstance(child, ast.Constant) and isinstance(child.value, (str, bytes)):
                for piece in pieces(child.value):
                    if CHINESE.search(piece) or (id(child) in said and WORDS.search(piece)):
                        yield {"line": child.lineno, "text": piece}


def called(call):
    """The name of the function or of the method."""
    function = call.func
    return getattr(function, "attr", None) or getattr(function, "id", None)


def pieces(value):
    if isinstance(value, bytes):
        value = value.decode("utf-8", "replace")
    return [piece.strip() for piece in PLACEHOLDER.split(value) if piece.strip()]


json.dump([outline(source) for source in json.load(sys.stdin.buffer)], sys.stdout)
