#!/usr/bin/env python3
"""Every step's header against the schema, and against what its script and tools really do.

usage: check_steps.py [FOLDER]   exit 0 when all is right; one line for each thing that is not
"""

import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
GUEST = ROOT / "resources" / "guest"
REQUIRED = ("id", "stage", "title", "effect", "time-limit", "undone-by", "params", "facts", "secret-output")
OPTIONAL = ("secret-params",)
STAGES = "ABCDEFGHIRK"
NAME = re.compile(r"[a-z][a-z0-9_]*\Z")


def header_of(path, text):
    """({field: value}, [complaints])."""
    fields, wrong = {}, []
    lines = text.splitlines()
    if not lines or lines[0] != "#!/bin/bash":
        wrong.append("the first line is not #!/bin/bash")
    for line in lines[1:]:
        if not line.startswith("#:"):
            break
        match = re.fullmatch(r"#: ([a-z-]+):\s*(.*)", line)
        if not match or match[1] not in REQUIRED + OPTIONAL:
            wrong.append(f"unknown field: {line}")
        elif match[1] in fields:
            wrong.append(f"field stands twice: {match[1]}")
        else:
            fields[match[1]] = match[2].strip()
    wrong += [f"missing field: {name}" for name in REQUIRED if name not in fields]
    return fields, wrong


def check_values(path, fields):
    wrong = []
    if fields["id"] != path.stem:
        wrong.append(f"id {fields['id']} is not the file's name")
    if fields["stage"] not in STAGES or len(fields["stage"]) != 1:
        wrong.append(f"stage {fields['stage']!r} is not one of A to I, R or K")
    elif not path.stem.startswith(fields["stage"].lower() + "-"):
        wrong.append(f"stage {fields['stage']} does not fit the name")
    if fields["effect"] not in ("reads", "adds", "switches", "deletes"):
        wrong.append(f"effect {fields['effect']!r} is not reads, adds, switches or deletes")
    if fields["secret-output"] not in ("yes", "no"):
        wrong.append("secret-output is neither yes nor no")
    if not re.fullmatch(r"[1-9][0-9]{0,4}", fields["time-limit"]) or int(fields["time-limit"]) > 86400:
        wrong.append("time-limit is not 1 to 86400 seconds")
    if not fields["title"] or not fields["undone-by"]:
        wrong.append("title or undone-by is empty")
    for name in " ".join(fields.get(key, "") for key in ("params", "secret-params", "facts")).split():
        if not NAME.match(name):
            wrong.append(f"not a name: {name}")
    wrong += [f"secret parameter {name} is not among params"
              for name in fields.get("secret-params", "").split() if name not in fields["params"].split()]
    return wrong


def sourced(text):
    """The step with the shell files of resources/guest that it sources (not the prelude)."""
    names = sorted(set(re.findall(r'^\s*\. "\$UNDOCK_LIB/([a-z0-9_]+\.sh)"', text, re.M)))
    return "\n".join([text, *((GUEST / name).read_text(encoding="utf-8") for name in names if (GUEST / name).is_file())])


def tools_of(text):
    """The Python files of resources/guest that a step runs, with what those import."""
    modules = {path.stem: path for path in GUEST.glob("*.py")}
    found = set()
    pending = [name for name in re.findall(r"([a-z0-9_]+)\.py\b", text) if name in modules]
    while pending:
        name = pending.pop()
        if name in found:
            continue
        found.add(name)
        source = modules[name].read_text(encoding="utf-8")
        for imported in re.findall(r"^\s*(?:import|from)\s+([a-z0-9_]+)", source, re.M):
            if imported in modules:
                pending.append(imported)
    return [modules[name].read_text(encoding="utf-8") for name in sorted(found)]


def used_params(text, tools):
    used = set(re.findall(r"\b(?:param|has_param|param_file)\s+\"?([a-z][a-z0-9_]*)", without_comments(text)))
    for source in tools:
        used.update(re.findall(r"\b(?:param|has_param|param_file)\(\s*[\"']([a-z][a-z0-9_]*)", source))
    return used


def without_comments(text):
    return "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))


def reports(fact, text, tools):
    """Whether the script or a tool reports this fact; names made by a format count when they fit."""
    if re.search(rf"\bfact\s+\"?{fact}\b", without_comments(text)):
        return True
    # check and finding have functions of their own.
    if fact in ("check", "finding") and (re.search(rf"^\s*{fact}\s", text, re.M) or any(re.search(rf"\b{fact}\(", source) for source in tools)):
        return True
    for source in tools:
        for format_mark, name in re.findall(r"\bfact\(\s*(f?)[\"']([^\"']+)[\"']", source):
            pattern = re.sub(r"\\\{.*?\\\}", ".+", re.escape(name)) if format_mark else re.escape(name)
            if re.fullmatch(pattern, fact):
                return True
    # A fact's name may be chosen at run time from a table.
    return any(re.search(rf"[\"']{fact}[\"']", source) for source in tools) or f'"{fact}"' in text or f"'{fact}'" in text


def check_use(fields, step):
    text = sourced(step)
    tools = tools_of(text)
    declared, used = set(fields["params"].split()), used_params(text, tools)
    wrong = [f"parameter {name} is declared but not read" for name in sorted(declared - used)]
    # Tools are shared by steps, so what a tool may read need not be declared by each of them.
    own = used_params(step, [])
    wrong += [f"parameter {name} is read but not declared" for name in sorted(own - declared)]
    wrong += [f"fact {name} is declared but never reported"
              for name in fields["facts"].split() if not reports(name, text, tools)]
    if re.search(r"^\s*(set \+[eu]|trap\b.*\bEXIT)", text, re.M):
        wrong.append("it takes back set -e or -u, or the prelude's EXIT trap (use at_exit)")
    return wrong


def shellcheck(paths):
    if not shutil.which("shellcheck"):
        return ["shellcheck is not installed"]
    # Steps are sourced after the prelude: its functions and constants are known to it alone.
    answer = subprocess.run(["shellcheck", "--shell=bash", "--format=gcc", "--external-sources",
                             f"--source-path={GUEST}", *map(str, paths)],
                            stdout=subprocess.PIPE, text=True, check=False)
    return answer.stdout.splitlines()


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "steps"
    steps = sorted(folder.glob("*.sh"))
    complaints = [] if steps else [f"{folder}: no steps"]
    for path in steps:
        text = path.read_text(encoding="utf-8")
        fields, wrong = header_of(path, text)
        if not wrong:
            wrong = check_values(path, fields) + check_use(fields, text)
        complaints += [f"{path.name}: {line}" for line in wrong]
    complaints += shellcheck([*steps, *sorted(GUEST.glob("*.sh")), GUEST / "undock-guest"])
    stub = (GUEST / "put-stub.sh").stat().st_size
    if stub > 2048:
        complaints.append(f"put-stub.sh: {stub} bytes, more than 2048")
    for line in complaints:
        print(line)
    print(f"{len(steps)} steps, {len(complaints)} complaints")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
