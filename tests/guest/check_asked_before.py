#!/usr/bin/env python3
"""Nothing is asked for the first time after the stop: each failure of the stages C to G has its question in A.

usage: check_asked_before.py [--list]    exit 0 when asked_before.py holds them all; one line for each that it does not

In the procedure's order everything from C on runs while the bot is down. asked_before.TABLE names for each
code that a step there can fail with what the scan finds of it, or why nothing can tell before.
"""

import ast
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
GUEST, STEPS = ROOT / "resources" / "guest", ROOT / "resources" / "steps"
STAGES = "cdefg"


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


def modules_of(text):
    """The tools that a script names, with all that they import."""
    modules = {path.stem: path for path in GUEST.glob("*.py")}
    found, pending = {}, [name for name in re.findall(r"([a-z0-9_]+)\.py\b", text) if name in modules]
    while pending:
        name = pending.pop()
        if name not in found:
            found[name] = ast.parse(modules[name].read_text(encoding="utf-8"))
            for node in ast.walk(found[name]):
                names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module] if isinstance(node, ast.ImportFrom) else []
                pending += [one for one in names if one in modules]
    return found


def calls(tree, function, position):
    """The codes given to a function at a position; of one that is put together, None."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) == function and len(node.args) > position:
            value = node.args[position]
            yield value.value if isinstance(value, ast.Constant) else None


def failures(step):
    """{code: where it is sent} of what a step can end with."""
    text = said_in_shell(step.read_text(encoding="utf-8"))
    found = {code: step.name for code in re.findall(r"\bfail ([a-z][a-z0-9-]+) ", text)}
    found["step-aborted"] = "prelude.sh, where a command fails"
    for name, tree in modules_of(text).items():
        for code in calls(tree, "fail", 0):
            if code:
                found.setdefault(code, f"{name}.py of {step.name}")
    return found


def findings():
    """The codes that stage A finds, or fails with."""
    found = set()
    for step in STEPS.glob("a-*.sh"):
        text = said_in_shell(step.read_text(encoding="utf-8"))
        found.update(re.findall(r"\bfail ([a-z][a-z0-9-]+) ", text))
        for tree in modules_of(text).values():
            found.update(code for code in calls(tree, "finding", 1) if code)
    return found


def main():
    sent = {}
    for step in sorted(STEPS.glob(f"[{STAGES}]-*.sh")):
        for code, where in failures(step).items():
            sent.setdefault(code, where)
    asked = findings()
    if "--list" in sys.argv:
        print(*(f"{code}  ({where})" for code, where in sorted(sent.items())), "", *sorted(asked), sep="\n")
        return 0
    from asked_before import TABLE
    complaints = [f"{code} ({where}): neither a finding of stage A nor a reason is named" for code, where in sent.items() if code not in TABLE]
    complaints += [f"{code}: no step of C to G sends it" for code in TABLE if code not in sent]
    for code, answer in TABLE.items():
        names, reason = answer.findings, answer.reason
        if not names and not reason:
            complaints.append(f"{code}: neither a finding nor a reason")
        complaints += [f"{code}: stage A has no finding {name}" for name in names if name not in asked]
    for line in complaints:
        print(line)
    print(f"{len(sent)} failures of C to G, {sum(bool(TABLE[code].findings) for code in sent if code in TABLE)} with a question in A, {len(complaints)} complaints")
    return 1 if complaints or len(sent) < 40 else 0


if __name__ == "__main__":
    sys.exit(main())
