"""What a step comes to run: its own lines, the shell functions that it calls, the tools in Python that it starts."""

import ast
import functools
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
GUEST, STEPS = ROOT / "resources" / "guest", ROOT / "resources" / "steps"


def without_comments(text):
    return "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))


def functions_of(text):
    """({name: body}, what stands outside of any function) of a shell file."""
    found, outside, name = {}, [], ""
    for line in without_comments(text).splitlines():
        start = re.match(r"([a-z_]+)\(\) [({]", line)
        if start and not name:
            name, found[start[1]] = start[1], line[start.end():]
            if re.search(r"[)}](\s*#.*)?$", line):
                name = ""
        elif name:
            found[name] += "\n" + line
            if re.match(r"[)}]", line):
                name = ""
        else:
            outside.append(line)
    return found, "\n".join(outside)


def said_in_shell(text):
    """What a step's script comes to run: its own lines, and of the files it sources the functions that it calls."""
    functions, run = functions_of(text)
    for path in [GUEST / "prelude.sh", *(GUEST / name for name in re.findall(r'\. "\$UNDOCK_LIB/([a-z0-9_]+\.sh)"', text))]:
        more, outside = functions_of(path.read_text(encoding="utf-8"))
        functions = {**more, **functions}
        run += "\n" + (outside if path.name != "prelude.sh" else "")
    called, pending = set(), [run]
    while pending:
        for word in set(re.findall(r"[a-z_]+", pending.pop())):
            if word in functions and word not in called:
                called.add(word)
                pending.append(functions[word])
    return "\n".join([run, *(functions[name] for name in sorted(called))])


def tools_named(text):
    """The tools that a script starts."""
    there = {path.stem for path in GUEST.glob("*.py")}
    return sorted({name for name in re.findall(r"([a-z0-9_]+)\.py\b", text) if name in there})


@functools.cache
def parsed(name):
    return ast.parse((GUEST / f"{name}.py").read_text(encoding="utf-8"))


def modules_of(text):
    """Those tools with all that they import: {name: syntax tree}."""
    found, pending = {}, tools_named(text)
    while pending:
        name = pending.pop()
        if name not in found:
            found[name] = parsed(name)
            for node in ast.walk(found[name]):
                names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module] if isinstance(node, ast.ImportFrom) else []
                pending += [one for one in names if (GUEST / f"{one}.py").is_file()]
    return found
