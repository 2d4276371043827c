#!/usr/bin/env python3
"""Every step's header against the schema, and against what its script and tools really do.

usage: check_steps.py [FOLDER]   exit 0 when all is right; one line for each thing that is not
"""

import collections
import json
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
GUEST = ROOT / "resources" / "guest"
REQUIRED = ("id", "stage", "title", "effect", "time-limit", "undone-by", "params", "facts", "secret-output")
OPTIONAL = ("secret-params", "place", "required", "role", "redo-on", "needs-nobody", "usually", "deviates")
# The chains of each order; the program has the same in src/core/steps/step_place.cpp.
CHAINS = {"procedure": ("scan", "backup", "switch", "acceptance"), "early": ("scan", "prepare", "switch", "acceptance"),
          "": ("rollback", "restore", "deletion")}
WORDS = ROOT / "resources" / "words"
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


def all_codes():
    """Whatever any step or tool can fail with; what headers and comments say does not count."""
    return {code for folder in (GUEST, ROOT / "resources" / "steps") for path in folder.iterdir() if path.is_file()
            for code in re.findall(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)+", without_comments(path.read_text(encoding="utf-8")))}


def places_of(fields):
    """[(order, chain, number)]; an order is "" for chains that know none, and a place without one stands in both."""
    found = []
    for place in filter(None, fields.get("place", "").split(", ")):
        match = re.fullmatch(r"(?:(procedure|early) )?([a-z]+) ([1-9][0-9]*)", place)
        orders = [match[1]] if match and match[1] else ["procedure", "early"] if match and match[2] in CHAINS["early"] else [""]
        if not match or any(match[2] not in CHAINS[order] for order in orders):
            return None
        found += [(order, match[2], int(match[3])) for order in orders]
    return found


def roles_known():
    table = (ROOT / "src/core/steps/step_role.cpp").read_text(encoding="utf-8")
    return re.findall(r'\{ StepRole::\w+, "([a-z-]+)" \}', table)


def check_part(fields, step, codes):
    """What a header says of the step's part in a migration."""
    wrong = []
    if places_of(fields) is None:
        wrong.append(f"place is not understood: {fields['place']}")
    wrong += [f"required is neither stage nor early: {word}" for word in fields.get("required", "").split() if word not in ("stage", "early")]
    wrong += [f"unknown role: {role}" for role in fields.get("role", "").split() if role not in roles_known()]
    wrong += [f"redo-on: nothing fails with {code}" for code in fields.get("redo-on", "").split() if code not in codes]
    said = "\n".join([without_comments(sourced(step)), *tools_of(sourced(step))])
    wrong += [f"needs-nobody: it does not warn of {code}" for code in fields.get("needs-nobody", "").split()
              if not re.search(rf"\bwarn\b\W*{code}\b", said)]
    return wrong


def check_together(headers):
    """What the headers of all steps say must fit together, and have words."""
    wrong = []
    holders, standing, redone, deviations = (collections.defaultdict(list) for _ in range(4))
    for step, fields in headers.items():
        for role in fields.get("role", "").split():
            holders[role].append(step)
        for place in places_of(fields) or []:
            standing[place].append(step)
        for code in fields.get("redo-on", "").split():
            redone[code].append(step)
        for deviation in filter(None, fields.get("deviates", "").split(", ")):
            deviations[deviation.split()[0]].append(step)
        wrong += [f"{step}.sh: undone-by names {named}; let it name the step's {{role}}" for named in re.findall(r"\b[a-ikr]-[a-z]+(?:-[a-z]+)*", fields["undone-by"])]
        wrong += [f"{step}.sh: undone-by: unknown role: {role}" for role in re.findall(r"\{(.*?)\}", fields["undone-by"]) if role not in roles_known()]
    wrong += [f"role {role} is held by {' '.join(holders[role]) or 'none'} instead of by one step" for role in roles_known() if len(holders[role]) != 1]
    wrong += [f"{' and '.join(steps)}: both at {' '.join(map(str, place)).strip()}" for place, steps in standing.items() if len(steps) > 1]
    wrong += [f"chain {chain} has no steps" for order, chains in CHAINS.items() for chain in chains
              if not any(place[:2] == (order, chain) for place in standing)]
    wrong += [f"redo-on: {code} stands at {' and '.join(steps)}" for code, steps in redone.items() if len(steps) > 1]
    for path in sorted(WORDS.glob("*.json")):
        words = json.loads(path.read_text(encoding="utf-8"))
        titled = words["steps"].keys()
        if path.stem != "en":
            wrong += [f"{path.name}: no title for {step}" for step in headers if not words["steps"].get(step, {}).get("title")]
            wrong += [f"{path.name}: no way back for {step}" for step, fields in headers.items()
                      if fields["effect"] != "reads" and not words["steps"].get(step, {}).get("back")]
        local = json.loads((WORDS / "en.json").read_text(encoding="utf-8"))["steps"]
        wrong += [f"{path.name}: there is no step {step}" for step in titled if step not in headers and step not in local]
        wrong += [f"{path.name}: no words for the deviation {one}" for one in deviations
                  if not all(words["deviations"].get(one, {}).get(part) for part in ("instead", "reason"))]
        wrong += [f"{path.name}: no step has the deviation {one}" for one in words["deviations"] if one not in deviations]
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
    codes, headers = all_codes(), {}
    for path in steps:
        text = path.read_text(encoding="utf-8")
        fields, wrong = header_of(path, text)
        if not wrong:
            headers[path.stem] = fields
            wrong = check_values(path, fields) + check_use(fields, text) + check_part(fields, text, codes)
        complaints += [f"{path.name}: {line}" for line in wrong]
    if len(headers) == len(steps):
        complaints += check_together(headers)
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
