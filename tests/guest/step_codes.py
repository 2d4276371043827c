#!/usr/bin/env python3
"""What each step can tell: its findings, warnings, failures, checks and facts, as its script and its tools send them.

usage: step_codes.py [--table FILE]    prints them, or writes them as tests/journals includes them; exit 1 and a line
                                       for each call of which cannot be told what it sends

A place in a name that is chosen only while the step runs is "*".
"""

import ast
import pathlib
import re
import sys

from step_texts import GUEST, ROOT, STEPS, modules_of, said_in_shell, tools_named
from tool_calls import PLACE, Program


KINDS = ("finding", "warning", "failure", "check", "fact")
FUNCTIONS = {"finding": "finding", "warn": "warning", "fail": "failure", "check": "check", "fact": "fact", "listed": "fact"}
IN_SHELL = {
    "finding": r"\bfinding (fine|attention|blocks) ([a-z][a-z0-9-]*) ",
    "warning": r"\bwarn ([a-z][a-z0-9-]*) ",
    "failure": r"\bfail(?:ure)? \"?([a-z][a-z0-9-]*)(?=[\s;])",
    "check": r"\bcheck ([a-z][a-z0-9-]*) (?:critical|info) ",
    "fact": r"\bfact \"?([a-z][a-z0-9_]*)\"? ",
}
CODED = ("finding", "warning", "failure")  # facts whose value begins with a code
LEVELS = ("fine", "attention", "blocks")


def first_words(text, kind):
    """LEVEL CODE of a finding's value, CODE of the others'."""
    return " ".join(text.split(" ")[:2 if kind == "finding" else 1])


def of_tools(text, told):
    """Into told what the tools send that a script starts."""
    program = Program(modules_of(text), tools_named(text))
    for unit in program.reached:
        for node in ast.walk(unit):
            # A row of the table that the acceptance goes through: told by this name where the check itself breaks.
            if isinstance(node, ast.Tuple) and len(node.elts) == 3 and isinstance(node.elts[0], ast.Constant) \
                    and isinstance(node.elts[1], ast.Constant) and node.elts[1].value in ("critical", "info"):
                told["check"].add(node.elts[0].value)
    for call in program.calls:
        module, name = program.target(call)
        if module == "step_io" and program.home[call] != "step_io" and name in FUNCTIONS:
            add(program, told, FUNCTIONS[name], name, call.args)
        elif module == "" and name == "tell" and len(call.args) > 4:
            told["check"].update(program.texts(call.args[0]))
        elif module == "step_io" and program.home[call] == "step_io" and name == "fail":
            told["failure"].update(program.texts(call.args[0]))


def add(program, told, kind, name, arguments):
    first = program.texts(arguments[0])
    if kind == "finding":
        told["finding"].update(f"{level} {code}" for level in first for code in program.texts(arguments[1]))
    elif kind == "fact":
        for key in first:
            if key in CODED:
                told[key].update(first_words(value, key) for value in program.texts(arguments[1]))
            else:
                told["fact"].update([key, f"{key}_count"] if name == "listed" else [key])
    else:
        told[kind].update(first)


def of_step(text):
    """{kind: names} of what a step can tell."""
    told = {kind: set() for kind in KINDS}
    shell = said_in_shell(text)
    for kind, pattern in IN_SHELL.items():
        for match in re.findall(pattern, shell):
            told[kind].add(" ".join(match) if isinstance(match, tuple) else match)
    told["failure"].add("step-aborted")  # prelude.sh, where a command fails
    of_tools(shell, told)
    told["fact"] -= {*CODED, "check"}
    if told["check"] != {PLACE}:
        told["check"].discard(PLACE)  # rows that are collected first and told at the end
    return told


def of_desk():
    """The same of the two steps that the desk takes itself."""
    node = (ROOT / "src/engine/run/node_scan.cpp").read_text(encoding="utf-8")
    absent = re.search(r"^Error absence\(.*?^}", (ROOT / "src/remote/node/node_facts.cpp").read_text(encoding="utf-8"), re.S | re.M)[0]
    findings = {f"{level} {code}" for level, codes in re.findall(r"\.add\(\s*(fine|attention|blocks), ([^,]*),", node)
                for code in re.findall(r'"([a-z][a-z0-9-]*)"', codes)}
    findings |= {f"blocks {code}" for code in re.findall(r'Kind::\w+, QStringLiteral\("([a-z-]+)"\)', absent)}
    outside = (ROOT / "src/engine/run/acceptance.cpp").read_text(encoding="utf-8")
    empty = {kind: set() for kind in KINDS}
    return {
        # That it could not ask is any error of the way to the node.
        "a-node": {**empty, "finding": findings, "failure": {PLACE},
                   "fact": set(re.findall(r'facts\.add\(QStringLiteral\("([a-z0-9_]+)"\)', node)) - set(CODED)},
        "h-outside": {**empty, "check": set(re.findall(r'QStringLiteral\("((?:outside|checks)-[a-z]+)"\)', outside))},
    }


def all_steps():
    """{step: {kind: names}}"""
    return {**of_desk(), **{path.stem: of_step(path.read_text(encoding="utf-8")) for path in sorted(STEPS.glob("*.sh"))}}


def complaints(told):
    """Of which nothing can be told, and what no code looks like."""
    shape = {"finding": r"(fine|attention|blocks) [a-z0-9*][a-z0-9*-]*", "fact": r"[a-z0-9*][a-z0-9_*-]*"}
    for step, kinds in told.items():
        for kind, names in kinds.items():
            for name in sorted(names):
                if step == "a-node" and kind == "failure":
                    continue
                if name.split(" ")[-1].strip("*-_") == "" or not re.fullmatch(shape.get(kind, r"[a-z0-9*][a-z0-9*-]*"), name):
                    yield f"{step}: what it sends as a {kind} cannot be told: {name}"


def main():
    told = all_steps()
    lines = [(step, kind, name) for step, kinds in sorted(told.items()) for kind in KINDS for name in sorted(kinds[kind])]
    wrong = list(complaints(told))
    for line in wrong:
        print(line, file=sys.stderr)
    if sys.argv[1:2] == ["--table"]:
        pathlib.Path(sys.argv[2]).write_text("".join(f'{{ "{step}", "{kind}", "{name}" }},\n' for step, kind, name in lines), encoding="utf-8")
    else:
        for line in lines:
            print(*line)
    return 1 if wrong or len(lines) < 500 else 0


if __name__ == "__main__":
    sys.exit(main())
