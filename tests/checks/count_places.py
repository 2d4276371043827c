#!/usr/bin/env python3
"""count_places.py [--list KIND]: in how many production files each fact is written. ./dev lint prints it.

A figure that grows beyond the one in places.json fails; one that fell has to be written there (--write), so
that it cannot grow back. The goals stand beside the figures. --list step (finding, check, parameter, parameter-read) names
the files.

A finding is counted whether a step raises its code, the bash library that steps call, or a tool in Python: a code that moves
from one to the other stays in the count.

A parameter (core/params/field.h) is written where its name stands as data: quoted in C++, as a heading of the words, as the
field that a form's widget edits, quoted in a script. Its parts may be joined by _ or -. Not counted is what is another thing
of the same name, each by its form and not by where it stands: a fact that a step reports (fact, facts.value, StepRole::X,
"name"), an argument of a phrase, a comment; in the guest, a parameter that no step is ever given (Sent::Never), for which
"node" is the program and "ip" the command. What is left of that kind is listed in OTHERS by file, with what it is; an entry
that matches nothing fails. Members of RunParameters and values of Field are not counted: a wrong one does not compile. What a
script reads (param NAME, values["NAME"]) is counted apart as parameter-read: tests/guest/check_steps.py refuses a name that
no header declares, and tst_run_values one that nobody sends.
"""
import argparse
import json
import re
import statistics
import sys
from pathlib import Path

from test_phrases import inside_at

ROOT = Path(__file__).resolve().parents[2]
KEPT = Path(__file__).with_name("places.json")
# What goes into the programs or the package; documents and tests are not.
PRODUCTION = ("src/**/*.cpp", "src/**/*.h", "ui/*.ui", "resources/**/*.sh", "resources/**/*.py", "resources/words/*.json", "translations/*.ts")
GOALS = {"step": 3, "finding": 3, "check": 4, "parameter": 5, "parameter-read": 5, "step-literals": 10, "patterns": 0}
CALL = re.compile(r"\b(?:finding\s+(?:ok|attention|blocking|\w+)|fail|warn)\s+([a-z][a-z0-9]*(?:-[a-z0-9]+)+)\b")

# The same of a tool in Python, where the code is written whole.
IN_PYTHON = re.compile(r"""\b(?:finding\(\s*"\w+",|fail\(|warn\()\s*"([a-z][a-z0-9]*(?:-[a-z0-9]+)+)\"""")


def texts():
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
            for glob in PRODUCTION for path in sorted(ROOT.glob(glob)) if "__pycache__" not in path.parts}


# Another thing of the same name: (parameter, file) -> how often, and what it is.
TABLE = "src/core/params/run_parameters.cpp"
OTHERS = {
    ("gateway_mode", "resources/guest/checks_gateway.py"): (2, "the acceptance's check"),
    ("ip", "src/core/ledger/port_conflicts.cpp"): (1, "the ledger's column"),
    ("ip", "src/core/node/qm_config.cpp"): (1, "a key of qm's ipconfig"),
    ("node", "src/engine/run/node_scan.cpp"): (1, "where a job runs"),
    ("node", "src/remote/node/node_facts.cpp"): (1, "the node script's word for another node"),
    ("operator", "src/cli/commands/record_files.cpp"): (3, "whom a handover is for"),
    ("operator", "src/engine/queue/queue.cpp"): (1, "how a warning was accepted"),
    ("operator", "src/engine/store/run_store.cpp"): (1, "the login name where the system tells none"),
}


def names(files):
    """Kind → the names of its facts, each from where it is declared."""
    steps = sorted(path.stem for path in (ROOT / "resources/steps").glob("*.sh"))
    findings = sorted({code for file, text in files.items()
                       if file.startswith("resources/steps/") or re.fullmatch(r"resources/guest/\w+\.sh", file) for code in CALL.findall(text)}
                      | {code for file, text in files.items() if re.fullmatch(r"resources/guest/\w+\.py", file) for code in IN_PYTHON.findall(text)})
    checks = json.loads(files["resources/words/en.json"])["checks"]
    parameters = re.findall(r'\.name = "(\w+)"', files[TABLE])
    return {"step": steps, "finding": findings, "check": sorted(set(checks)), "parameter": parameters, "parameter-read": parameters}


def never_sent(files):
    return set(re.findall(r'\.name = "(\w+)"(?:(?!\.name).)*?\.sent = Sent::Never', files[TABLE], re.DOTALL))


def without_phrases(text):
    while match := re.search(r"\bphrase\((?=\s*\")", text):
        text = text[:match.start()] + text[match.end() + len(inside_at(text, match.end() - 1)) + 1:]
    return text


def bare(files):
    """The texts without comments, phrases, facts and, in scripts, reads of parameters."""
    quoted = r"""(?:QStringLiteral\(|u)?["'][\w-]+["']"""
    fact = re.compile(rf"\bfacts?(?:(?:\.|->)(?:add|value))?\(\s*{quoted}|\bStepRole::\w+,\s*{quoted}|\bfact [\w-]+")
    read = re.compile(READ.format(name=r"\w+"))
    result = {}
    for file, text in files.items():
        if file.endswith((".cpp", ".h")):
            text = without_phrases(re.sub(r"(?m)(?:^|(?<=\s))//.*$", "", text))
        text = fact.sub("", text)
        result[file] = read.sub("", text) if file.startswith("resources/") else text
    return result


READ = r"""\b(?:param|has_param|param_file)\b\s*\(?\s*["']?{name}\b|\bvalues(?:\[|\.get\(\s*)["']{name}\b"""


def quoted(name):
    return re.compile(rf"""["'](?:{name}|{name.replace("_", "-")})["']""")


def parameter_places(name, files, sent):
    """`files` are bare()."""
    plain = quoted(name)
    edited = re.compile(rf'<property name="field"[^>]*>\s*<string[^>]*>{name}<')
    for file, text in files.items():
        if file.startswith("resources/words/"):
            there = name in json.loads(text).get("fields", {})
        elif file.endswith(".ui"):
            there = edited.search(text)
        elif file.startswith("resources/"):
            there = sent and len(plain.findall(text)) - OTHERS.get((name, file), (0,))[0]
        else:
            there = len(plain.findall(text)) - OTHERS.get((name, file), (0,))[0]
        if there:
            yield file


def reads(name, files):
    read = re.compile(READ.format(name=name))
    return [file for file, text in files.items() if file.startswith("resources/") and read.search(text)]


def stale(files):
    """Entries of OTHERS that do not fit any more; `files` are bare()."""
    return [f"{name} in {file}" for (name, file), (times, _) in OTHERS.items() if len(quoted(name).findall(files.get(file, ""))) < times]


def places(kind, name, files):
    # A check's name that is one word may be a plain word: only where it is data. A script's own file counts, whatever it says
    # of itself.
    plain = rf"""["']{name}["']|\bparam {name}\b"""
    word = re.compile(plain if "-" not in name else rf"(?<![\w-]){re.escape(name)}(?![\w-])")
    # An option or a field of a form may be called like a check.
    other = re.compile(rf"^{re.escape(TABLE)}$|/options\.cpp$|^ui/") if kind == "check" else re.compile("(?!)")
    return [file for file, text in files.items()
            if word.search(text) and not other.search(file) or Path(file).stem == name and file.startswith("resources/steps/")]


def count(files):
    found, figures = {}, {}
    stripped, unsent = bare(files), never_sent(files)
    for kind, mine in names(files).items():
        if kind == "parameter":
            found[kind] = {name: list(parameter_places(name, stripped, name not in unsent)) for name in mine}
        elif kind == "parameter-read":
            found[kind] = {name: reads(name, files) for name in mine}
        else:
            found[kind] = {name: places(kind, name, files) for name in mine}
        sizes = [len(where) for where in found[kind].values()]
        figures[kind] = {"most": max(sizes), "median": statistics.median(sizes), "facts": len(sizes)}
    steps = "|".join(map(re.escape, found["step"]))
    literal = re.compile(rf'"(?:{steps})"')
    figures["step-literals"] = {"most": sum(len(literal.findall(text)) for file, text in files.items() if file.startswith("src/"))}
    figures["patterns"] = {"most": sum(len(re.findall(r'^\s*\{ "[^"]*", "[^"]*[\u4e00-\u9fff]', text, re.MULTILINE))
                                       for file, text in files.items() if "machine_words" in file)}
    return found, figures


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", choices=("step", "finding", "check", "parameter", "parameter-read"))
    parser.add_argument("--write", action="store_true", help="keep these figures")
    args = parser.parse_args()
    files = texts()
    found, figures = count(files)
    if left := stale(bare(files)):
        print(f"OTHERS names what is not there: {', '.join(left)}", file=sys.stderr)
        return 1
    if args.list:
        for name, where in sorted(found[args.list].items(), key=lambda pair: -len(pair[1])):
            print(f"{len(where):3} {name}: {' '.join(where)}")
        return 0
    if args.write:
        KEPT.write_text(json.dumps({kind: figure["most"] for kind, figure in figures.items()}, indent=1) + "\n")
    kept = json.loads(KEPT.read_text())
    bad = 0
    print(f"{'a fact of this kind':20} {'facts':>6} {'median':>7} {'most':>5} {'kept':>5} {'goal':>5}")
    for kind, figure in figures.items():
        note = ""
        if figure["most"] != kept.get(kind, 0):
            bad = 1
            note = "  has grown" if figure["most"] > kept.get(kind, 0) else "  has fallen: keep it with --write"
        print(f"{kind:20} {figure.get('facts', ''):>6} {figure.get('median', ''):>7} {figure['most']:5} {kept.get(kind, 0):5} {GOALS[kind]:5}{note}")
    return bad


if __name__ == "__main__":
    sys.exit(main())
