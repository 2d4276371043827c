#!/usr/bin/env python3
"""Every command that a document prints is run here, or named below with the reason why it cannot be.

usage: test_documents.py CLI
What cannot be run (it would talk to a node) is at least parsed by the program: with --help
added, an option that is not there any more is an error.
"""

import pathlib
import re
import shlex
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
CLI = sys.argv.pop(1) if len(sys.argv) > 1 else ""

DOCUMENTS = ["README.md", *sorted(str(path.relative_to(ROOT)) for path in (ROOT / "docs").glob("*.md")), "tests/lab/README.md"]

# verb of ./dev -> why it is not run from here
NOT_RUN_DEV = {
    "demo": "makes a lab; part of ./dev test when VMs are there", "test": "this is it", "build": "has built this",
    "lint": "a verb of its own", "lab": "tests/lab runs it", "bench": "takes hours", "package": "builds everything again",
    "samples": "records in a lab, some minutes", "screenshots": "tests/gui builds and runs what it runs", "clean": "removes the build that runs this",
}
NEEDS_A_NODE = {"discover", "scan", "plan", "migrate", "resume", "check", "accept", "delete-docker", "rollback", "leases", "holds", "queue", "housekeeping"}
NEEDS_A_RUN = {"record", "ledger", "leave-out", "arrange", "wait"}
# first word -> why
NOT_RUN = {"sudo": "installs into this machine; the package check installs it into a fresh root",
           
    "python3": "a test of its own in tests/guest and tests/checks", "ssh": "wants a lab that is up; tests/lab/test_lab.py does the same",
    "git": "of the contributor's own tree", "ctest": "runs this",
}
STARTS = re.compile(r"^(openclaw-undock(-cli)?|\./dev|tests/lab/lab|python3|ctest|cmake|git|sudo|apt|dpkg|sha256sum|curl|ssh|qm|docker|systemctl|npm|\w+=\S+ \./dev)(\s|$)")


def commands(name):
    """(line, command) of every code block: fenced or indented; comments and wrapped lines undone."""
    fenced, wrapped = False, ""
    for number, line in enumerate((ROOT / name).read_text(encoding="utf-8").splitlines(), 1):
        if line.strip().startswith("```"):
            fenced = not fenced
            continue
        if not (fenced or line.startswith("    ")):
            continue
        text = wrapped + line.strip()
        wrapped = ""
        if text.endswith("\\"):
            wrapped = text[:-1]
            continue
        text = re.sub(r"\s+#\s.*$", "", text).removeprefix("$ ")
        if STARTS.match(text):
            yield number, text


def run(*arguments):
    return subprocess.run(arguments, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=60, check=False)


class Documents(unittest.TestCase):
    def setUp(self):
        self.data = tempfile.TemporaryDirectory()
        self.addCleanup(self.data.cleanup)

    def cli(self, where, words):
        command, rest = words[1] if len(words) > 1 else "--help", words[2:]
        known = re.findall(r"^  ([a-z-]+) ", run(CLI, "--help").stdout, re.M)
        if command.startswith("-"):
            self.assertEqual(run(CLI, command).returncode, 0, where)
            return
        self.assertIn(command, known, where)
        if command in NEEDS_A_NODE | NEEDS_A_RUN:
            answer = run(CLI, command, *rest, "--help")
        else:
            answer = run(CLI, command, *rest, "--data-dir", self.data.name)
        self.assertEqual(answer.returncode, 0, f"{where}\n{answer.stdout[:600]}")
        verbs = [word for word in rest[:1] if re.fullmatch(r"[a-z]+", word)]
        for verb in verbs:
            self.assertIn(verb, run(CLI, command, "--help").stdout + run(CLI, "--help").stdout, f"{where}: no such verb")

    def test_commands(self):
        verbs = re.findall(r"^  ([a-z]+) ", run(str(ROOT / "dev"), "help").stdout, re.M)
        seen = 0
        for name in DOCUMENTS:
            for line, text in commands(name):
                where = f"{name}:{line}: {text}"
                with self.subTest(where):
                    seen += 1
                    words = [word for word in shlex.split(text) if not re.fullmatch(r"[A-Z_]+=\S*", word)]
                    words = words[:words.index("|")] if "|" in words else words
                    if words[0] == "openclaw-undock-cli":
                        self.cli(where, words)
                    elif words[0] == "./dev":
                        self.assertIn(words[1] if len(words) > 1 else "help", [*verbs, "help"], where)
                        self.assertIn(words[1], NOT_RUN_DEV, where)
                    elif words[0] == "openclaw-undock":
                        pass  # tests/gui starts it
                    else:
                        self.assertIn(words[0], NOT_RUN, f"{where}: neither run nor named")
        self.assertGreater(seen, 15, "the documents' commands were not found")

    def test_links_and_pictures_are_there(self):
        for name in DOCUMENTS:
            for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", (ROOT / name).read_text(encoding="utf-8")):
                if "://" not in target:
                    self.assertTrue(((ROOT / name).parent / target).exists(), f"{name}: {target}")

    def test_how_to_add_a_step_names_every_list_of_steps(self):
        told = (ROOT / "docs/architecture.md").read_text(encoding="utf-8").split("## Add a step", 1)[1]
        steps = [path.stem for path in (ROOT / "resources/steps").glob("*.sh")]
        for path in sorted(ROOT.glob("src/**/*.cpp")):
            text = path.read_text(encoding="utf-8")
            named = sum(1 for step in steps if f'"{step}"' in text)
            if named * 2 > len(steps):
                self.assertIn(str(path.relative_to(ROOT)), told, f"it lists {named} of {len(steps)} steps")

    def test_completion_knows_the_programs_words(self):
        script = 'source "$1"; COMP_WORDS=("$2" ""); COMP_CWORD=1; _openclaw_undock_cli; printf "%s\\n" "${COMPREPLY[@]}"'
        offered = run("bash", "-c", script, "-", str(ROOT / "installer/linux/completion.bash"), CLI).stdout.split()
        for command in re.findall(r"^  ([a-z-]+) ", run(CLI, "--help").stdout, re.M):
            self.assertIn(command, offered)

    def test_man_page_names_every_command_and_option_it_lists(self):
        page = (ROOT / "installer/linux/openclaw-undock-cli.1.in").read_text(encoding="utf-8").replace("\\-", "-")
        for command in re.findall(r"^  ([a-z-]+) ", run(CLI, "--help").stdout, re.M):
            self.assertRegex(page, rf'(?m)^\.(B|BR|BI) "?{command}\b', f"{command} is not in the man page")
        offered = set()
        for command in re.findall(r"^  ([a-z-]+) ", run(CLI, "--help").stdout, re.M):
            offered |= set(re.findall(r"--[a-z][a-z-]+", run(CLI, command, "--help").stdout))
        for option in set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", page)):
            self.assertIn(option, offered | {"--version"}, "in the man page only")


if __name__ == "__main__":
    unittest.main()
