#!/usr/bin/env python3
"""count_places.py [--list KIND]: in how many production files each fact is written. ./dev lint prints it.

A figure that grows beyond the one in places.json fails; one that fell has to be written there (--write), so
that it cannot grow back. The goals stand beside the figures. --list step (finding, check, parameter) names the files.
"""
import argparse
import json
import re
import statistics
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
KEPT = Path(__file__).with_name("places.json")
# What goes into the programs or the package; documents and tests are not.
PRODUCTION = ("src/**/*.cpp", "src/**/*.h", "ui/*.ui", "resources/**/*.sh", "resources/**/*.py", "resources/words/*.json", "translations/*.ts")
GOALS = {"step": 3, "finding": 3, "check": 4, "parameter": 5, "step-literals": 10, "patterns": 0}
CALL = re.compile(r"\b(?:finding\s+(?:ok|attention|blocking|\w+)|fail|warn)\s+([a-z][a-z0-9]*(?:-[a-z0-9]+)+)\b")


def texts():
    return {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8")
            for glob in PRODUCTION for path in sorted(ROOT.glob(glob)) if "__pycache__" not in path.parts}


def names(files):
    """Kind → the names of its facts, each from where it is declared."""
    steps = sorted(path.stem for path in (ROOT / "resources/steps").glob("*.sh"))
    findings = sorted({code for file, text in files.items() if file.startswith("resources/steps/") for code in CALL.findall(text)})
    checks = json.loads(files["resources/words/en.json"])["checks"]
    parameters = re.findall(r'\{ QLatin1String\("(\w+)"\), ', files["src/core/params/run_parameters.cpp"])
    return {"step": steps, "finding": findings, "check": sorted(set(checks)), "parameter": parameters}


def places(kind, name, files):
    # A parameter's name may be a plain word, and so may a check's that is one word: only where it is data. A script's own
    # file counts, whatever it says of itself.
    plain = rf"""["'](?:{name}|{name.replace("_", "-")})["']|\bparam {name}\b"""
    word = re.compile(plain if kind == "parameter" or "-" not in name else rf"(?<![\w-]){re.escape(name)}(?![\w-])")
    # An option or a field of a form may be called like a check.
    other = re.compile(r"/options\.cpp$|^ui/") if kind == "check" else re.compile("(?!)")
    return [file for file, text in files.items()
            if word.search(text) and not other.search(file) or Path(file).stem == name and file.startswith("resources/steps/")]


def count(files):
    found, figures = {}, {}
    for kind, mine in names(files).items():
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
    parser.add_argument("--list", choices=("step", "finding", "check", "parameter"))
    parser.add_argument("--write", action="store_true", help="keep these figures")
    args = parser.parse_args()
    found, figures = count(texts())
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
        if figure["most"] != kept[kind]:
            bad = 1
            note = "  has grown" if figure["most"] > kept[kind] else "  has fallen: keep it with --write"
        print(f"{kind:20} {figure.get('facts', ''):>6} {figure.get('median', ''):>7} {figure['most']:5} {kept[kind]:5} {GOALS[kind]:5}{note}")
    return bad


if __name__ == "__main__":
    sys.exit(main())
