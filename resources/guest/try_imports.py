"""Tries to import all that the tools beside this file import; prints what is not to be had, exit 1 when there is any.

A python3 without parts of its standard library would end a later step, with the bot down.
"""

import ast
import importlib
import os
import sys


def imported(folder):
    """Names of the modules that the tools in a folder import, without the tools themselves."""
    own = {name[:-3] for name in os.listdir(folder) if name.endswith(".py")}
    names = set()
    for name in own:
        with open(os.path.join(folder, name + ".py"), encoding="utf-8") as file:
            for node in ast.walk(ast.parse(file.read())):
                if isinstance(node, ast.Import):
                    names.update(alias.name for alias in node.names)
                elif isinstance(node, ast.ImportFrom) and node.module:
                    names.add(node.module)
    return sorted(names - own)


def missing(names):
    for name in names:
        try:
            importlib.import_module(name)
        except ImportError:
            yield name


if __name__ == "__main__":
    lacking = list(missing(imported(os.path.dirname(os.path.abspath(__file__)))))
    print(", ".join(lacking))
    sys.exit(1 if lacking else 0)
