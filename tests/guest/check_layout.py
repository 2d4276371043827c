#!/usr/bin/env python3
"""Where things are in a VM is written once, in resources/guest/layout: no other file of the program spells a value of it.

usage: check_layout.py [ROOT]   exit 0 when none does; one line for each that does

Read are the code of src, resources/guest and resources/steps, without comments and docstrings. What has to spell a value
all the same stands in SPELLED, with why; an entry that is not needed any more is a complaint, too.
"""
import ast
import pathlib
import re
import sys

# (file, name): why
SPELLED = {
    ("resources/guest/job_store.py", "UNDOCK_ROOT"): "runs before the library is in the VM",
    ("src/gui/wizard/deletion_page.cpp", "SRC_STATE"): "a sentence of the window",
    ("src/gui/wizard/deletion_page.cpp", "SRC_PANEL"): "a sentence of the window",
    ("src/gui/wizard/deletion_page.cpp", "COMPOSE_DIR"): "a sentence of the window",
    ("src/cli/commands/run_tasks.cpp", "COMPOSE_DIR"): "the help of an option",
}


def values(root):
    lines = (root / "resources/guest/layout").read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if line[:1].isalpha())


def python_text(text):
    """Strings and numbers of the code, a line each."""
    tree = ast.parse(text)
    documents = {id(node.body[0].value) for node in ast.walk(tree)
                 if isinstance(node, (ast.Module, ast.FunctionDef, ast.ClassDef)) and node.body and isinstance(node.body[0], ast.Expr)}
    told = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in documents:
            value = node.value.decode("utf-8", "replace") if isinstance(node.value, bytes) else node.value
            told.append(f"{node.lineno}:{value}")
    return told


def without_comments(text, mark):
    """For bash and C++: good enough for code that is formatted."""
    told = []
    for number, line in enumerate(text.splitlines(), 1):
        code = re.sub(rf"(^|\s){mark}.*", "", line)
        told.append(f"{number}:{code}")
    return told


def complaints(root):
    named = values(root)
    patterns = {name: re.compile(rf"(?<![\w.-]){re.escape(value)}(?![\w-])" if not value.isdigit() else rf"(?<![\w.]){value}(?!\w)")
                for name, value in named.items()}
    files = [path for folder, ends in (("src", (".cpp", ".h")), ("resources/guest", (".py", ".sh", "undock-guest")), ("resources/steps", (".sh",)))
             for path in sorted((root / folder).rglob("*")) if path.is_file() and path.name.endswith(ends) and "__pycache__" not in path.parts]
    unused = set(SPELLED)
    for path in files:
        file = path.relative_to(root).as_posix()
        text = path.read_text(encoding="utf-8")
        if file.endswith(".py") or file.endswith("undock-guest") and "python" in text[:60]:
            lines = python_text(text)
        else:
            lines = without_comments(text, "//" if file.startswith("src/") else "#")
        for line in lines:
            number, _, code = line.partition(":")
            # The longest value that fits is the one that is meant: /etc/openclaw-panel stands in its file's path.
            found = {name for name, pattern in patterns.items() if pattern.search(code)}
            found -= {short for short in found for other in found if short != other and named[short] in named[other]}
            for name in sorted(found):
                if (file, name) in SPELLED:
                    unused.discard((file, name))
                else:
                    yield f"{file}:{number}: spells {named[name]}, which is {name} of resources/guest/layout"
    for file, name in sorted(unused):
        if (root / file).exists():
            yield f"tests/guest/check_layout.py: {file} does not spell {name} any more"


if __name__ == "__main__":
    FOUND = list(complaints(pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parents[2])))
    print("\n".join(FOUND) or "each place of a VM is spelled once")
    sys.exit(bool(FOUND))
