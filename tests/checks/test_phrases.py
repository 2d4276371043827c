#!/usr/bin/env python3
"""The catalogue (resources/words, "said") and whoever says something by it agree: a code without words in a language, words
that nobody says, a place without an argument, an argument that no text shows, and a sentence that travels as one."""

import ast
import json
import pathlib
import re
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
LANGUAGES = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "resources/words").glob("*.json"))}
PLACE = re.compile(r"\{([^}]*)\}")
# Whoever masks secrets takes what stands behind such a name for one (src/core/text/secret_word.h).
SECRET = re.compile(r"token|secret|passw|passphrase|pwd|key|credential|cookie|authorization")
# How a script of the guest or the node ends with a code and its phrase.
ENDS = r"(?:^|\s)(?:fail|refuse|not_asked)"
# A function of the guest's library that hands on what it is given, for a refusal of several steps.
HANDS_ON = re.compile(r'\bfail ([a-z][a-z0-9-]*) "\$@"(.*)')
ARGUMENT = re.compile(r"\s([a-z][a-z0-9_]*):?=")


def refusals_of(text):
    """{function: (code, names of the arguments that it adds)}."""
    return {name: (code, set(ARGUMENT.findall(more))) for name, body in re.findall(r"^([a-z_]+)\(\) \{(.*?)\}$", text, re.MULTILINE | re.DOTALL)
            for code, more in HANDS_ON.findall(body)}


REFUSALS = {name: told for path in sorted((ROOT / "resources/guest").glob("*.sh")) for name, told in refusals_of(path.read_text(encoding="utf-8")).items()}
# Calls in Python that show a text to people: name -> positions of the texts.
SHOWN = {"finding": (2,), "warn": (1,), "fail": (1,), "critical": (2, 3, 4), "info": (2, 3, 4), "tell": (3, 4, 5)}


def python_codes(node):
    """The codes that a first argument may be; None where it is no text of ours."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return (python_codes(node.body) or []) + (python_codes(node.orelse) or [])
    return None


def in_python(text):
    """(line, code, names of the arguments or None where a bare phrase is only compared with)."""
    for node in ast.walk(ast.parse(text)):
        called = getattr(node.func, "attr", getattr(node.func, "id", "")) if isinstance(node, ast.Call) else ""
        # A failure without a text of its own is told by its code's phrase.
        if called == "phrase" or called in ("fail", "refuse") and len(node.args) == 1:
            for code in python_codes(node.args[0]) or []:
                yield node.lineno, code, {keyword.arg for keyword in node.keywords}
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and re.fullmatch(r"@[a-z][a-z0-9-]+", node.value) and node.value != "@reboot":  # cron's own
            yield node.lineno, node.value[1:], None


def in_bash(text, refusals=None):
    refusals = REFUSALS if refusals is None else refusals
    refusal = re.compile(rf"(?:^|\s)({'|'.join(refusals)})(?=\s|$)(.*)") if refusals else re.compile("(?!)")
    # A function that puts the same arguments into an array of its name, each time.
    named = {name: names.split() for name, names in re.findall(r"^(\w+)\(\) \{[^}]*?for name in ([a-z ]+); do", text, re.MULTILINE)}
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith("#") or HANDS_ON.search(line):
            continue
        if match := refusal.search(line):
            code, added = refusals[match[1]]
            own = re.match(r"[^@]*\s@([a-z][a-z0-9-]*)", match[2])
            yield number, own[1] if own else code, added | set(ARGUMENT.findall(match[2]))
            continue
        if match := re.match(r"\s*phrase ([a-z][a-z0-9-]*)(.*)", line) or re.search(rf"{ENDS} [a-z][a-z0-9-]* @([a-z][a-z0-9-]*)(.*)", line) \
                or re.search(rf"{ENDS} ([a-z][a-z0-9-]*)(.*)", line):
            more = {name for array in re.findall(r'"\$\{(\w+)\[@\]\}"', match[2]) for name in named.get(array, ())}
            yield number, match[1], more | set(ARGUMENT.findall(match[2]))
        else:
            for code in re.findall(r"(?<=\s)@([a-z][a-z0-9-]*)(?=\s|$)", line):
                yield number, code, set()


def inside_at(text, start):
    """What stands inside the bracket at `start`, of whichever kind."""
    depth, at, quoted = 0, start, False
    while at < len(text):
        char = text[at]
        if quoted:
            at += char == "\\"
            quoted = char != '"'
        elif char == '"':
            quoted = True
        else:
            depth += (char in "({[") - (char in ")}]")
            if not depth:
                return text[start + 1:at]
        at += 1
    raise ValueError("a bracket without an end")


def in_cpp(text):
    for match in re.finditer(r'\bphrase\((?=\s*")', text):
        inside = inside_at(text, match.end() - 1)
        code = re.match(r'\s*"([^"]*)"', inside)[1]
        while nested := re.search(r"\bphrase\(", inside):
            inside = inside[:nested.start()] + inside[nested.end() + len(inside_at(inside, nested.end() - 1)) + 1:]
        yield text.count("\n", 0, match.start()) + 1, code, set(re.findall(r'\{\s*"([a-z][a-z0-9_]*)"\s*,', inside))


# Whoever makes an error in C++ (core/base/result.h) or ends in one that does: what stands inside is a phrase, or somebody else's text.
ERRORS = re.compile(r"\b(?:fail|refused?|refusal|badTable|badLine|badLedger|notReached|unreadable|unwritable|notProven|giveUp|broken|failed|bad"
                    r"|ofAnother|disagreed|ioError|unusable|fileError|fault|error)(?=\()|(?:\bError|\breturn|[(,])\s*(?=\{\s*(?:Error::)?Kind::)")
# Places and other programs' words: where an error happened, by which nothing is told.
NO_SENTENCES = {"line %1", "ledger line %1", "qm config"}


def sentences_in_errors(text):
    """(line, sentence) of each English sentence that an error of the program carries."""
    text = re.sub(r"(?<![\w:\"])//[^\n]*|'(?:\"|\\.)'", lambda match: " " * len(match[0]), text)
    for match in ERRORS.finditer(text):
        inside = inside_at(text, match.end())
        for literal in re.findall(r'"((?:[^"\\\n]|\\.)*)"', inside):
            if re.search(r"[A-Za-z']{2,} [a-z%]", literal) and literal not in NO_SENTENCES:
                yield text.count("\n", 0, match.start()) + 1, literal


def said():
    """(file, line, code, arguments) of everything that is said."""
    for globs, reader in ((("resources/guest/*.py",), in_python), (("resources/steps/*.sh", "resources/guest/*.sh", "resources/node/*.sh"), in_bash),
                          (("src/**/*.cpp", "src/**/*.h"), in_cpp)):
        for path in sorted(path for glob in globs for path in ROOT.glob(glob)):
            for line, code, arguments in reader(path.read_text(encoding="utf-8")):
                yield path.name, line, code, arguments


def sentence(node):
    """Whether an expression is English of our own: words, not a number, a name or another program's output."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and bool(re.search(r"[a-z]{2,} [a-z]{2,}", node.value))
    if isinstance(node, ast.JoinedStr):
        return any(sentence(part) for part in node.values if isinstance(part, ast.Constant))
    if isinstance(node, ast.IfExp):
        return sentence(node.body) or sentence(node.orelse)
    if isinstance(node, (ast.BoolOp, ast.BinOp)):
        return any(sentence(part) for part in (node.values if isinstance(node, ast.BoolOp) else (node.left, node.right)))
    return False


def travelling(text):
    """Lines where a tool passes a sentence instead of a phrase."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if any(sentence(node.args[position]) for position in SHOWN.get(name, ()) if position < len(node.args)) \
                    or name in ("phrase", "fail") and any(sentence(keyword.value) for keyword in node.keywords):
                yield node.lineno


def amiss(calls, languages):
    """What does not fit, one line each."""
    english = languages["en"]["said"]
    used, wrong = set(), []
    for name, line, code, arguments in calls:
        used.add(code)
        where = f"{name}:{line}: {code}"
        if code not in english:
            wrong.append(f"{where} has no words")
        elif arguments is not None and arguments != (places := set(PLACE.findall(english[code]))):
            wrong += [f"{where}: no argument for the place {one}" for one in sorted(places - arguments)]
            wrong += [f"{where}: no text shows the argument {one}" for one in sorted(arguments - places)]
        wrong += [f"{where}: the argument {one} would be masked as a secret" for one in sorted(arguments or ()) if SECRET.search(one)]
    for language, words in languages.items():
        texts = words["said"]
        wrong += [f"{language}: no words for {code}" for code in sorted(set(english) - set(texts))]
        wrong += [f"{language}: nobody says {code}" for code in sorted(set(texts) - used)]
        wrong += [f"{language}: {code} has a place {{{one}}} that nothing fills" for code, text in texts.items()
                  for one in PLACE.findall(text) if one not in PLACE.findall(english.get(code, ""))]
        wrong += [f"{language}: {code} does not show {{{one}}}" for code, text in english.items()
                  for one in sorted(set(PLACE.findall(text)) - set(PLACE.findall(texts.get(code, text))))]
        wrong += [f"{language}: {code}: a brace" for code, text in texts.items() if re.search(r"[{}]", PLACE.sub("", text))]
        if not words.get("between"):
            wrong.append(f'{language}: nothing stands "between" the entries of a list')
    return wrong


class Phrases(unittest.TestCase):
    def test_catalogue_and_code_agree(self):
        calls = list(said())
        for kind, least in ((".py", 200), (".sh", 10), (".cpp", 50)):
            self.assertGreater(sum(name.endswith(kind) for name, *_ in calls), least, f"what {kind} says was not found")
        self.assertEqual(amiss(calls, LANGUAGES), [])

    def test_what_is_said_stands_last(self):
        """prelude.sh takes the last line of a code's name behind "said" for its words."""
        for name, words in LANGUAGES.items():
            self.assertEqual(list(words)[-1], "said", name)

    def test_no_sentence_travels(self):
        found = [f"{path.name}:{line}" for path in sorted((ROOT / "resources/guest").glob("*.py"))
                 for line in travelling(path.read_text(encoding="utf-8"))]
        for path in sorted(path for folder in ("steps", "guest", "node") for path in (ROOT / "resources" / folder).glob("*.sh")):
            found += [f"{path.name}:{number}" for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
                      if re.search(r'(?:^|\|\| |&& )\s*(?:finding (?:attention|blocks|fine) [\w-]+|warn [\w-]+|(?:fail|refuse|not_asked) [\w-]+|check [\w-]+ \w+ \w+) "[^"]*[a-z]{2,} [a-z]{2,}', line)]
        self.assertEqual(found, [], "a finding, warning or check is said as a sentence: say a phrase")

    def test_no_error_carries_a_sentence(self):
        found = [f"{path.relative_to(ROOT)}:{line}: {sentence}" for path in sorted((ROOT / "src").rglob("*.cpp"))
                 for line, sentence in sentences_in_errors(path.read_text(encoding="utf-8"))]
        self.assertEqual(found, [], "an error is said as a sentence: say a phrase")

    def test_what_is_said_only_in_a_case_is_said_whole(self):
        """`a || phrase …` and a line below it that says $REPLY: the second would run in any case."""
        found = [f"{path.name}: {match[0].strip()}" for path in sorted((ROOT / "resources/steps").glob("*.sh"))
                 for match in re.finditer(r"(?:\|\||&&)\s+phrase .*", path.read_text(encoding="utf-8"))]
        self.assertEqual(found, [], "put both lines between braces")

    def test_each_fault_is_seen(self):
        words = {"en": {"between": "; ", "said": {"a": "{n} files", "b": "x"}}, "zh_CN": {"between": "；", "said": {"a": "{n} 个", "b": "x"}}}
        good = [("f", 1, "a", {"n"}), ("f", 2, "b", set())]
        self.assertEqual(amiss(good, words), [])
        for calls, changed in (([*good, ("f", 3, "c", set())], words), ([("f", 1, "a", set()), good[1]], words), ([("f", 1, "a", {"n", "m"}), good[1]], words),
                               (good[:1], words), (good, {**words, "zh_CN": {"between": "；", "said": {"a": "{n} 个"}}}),
                               (good, {**words, "zh_CN": {"between": "；", "said": {"a": "{m} 个", "b": "x"}}}),
                               (good, {**words, "zh_CN": {"between": "；", "said": {"a": "几个", "b": "x"}}}),
                               ([*good, ("f", 1, "b", {"token"})], words)):
            self.assertNotEqual(amiss(calls, changed), [], (calls, changed))
        self.assertEqual(list(travelling('finding("fine", "x", f"all of {n} are there")\nfinding("fine", "x", phrase("a", n=1))\n')), [1])
        self.assertEqual(list(in_cpp('f(phrase("a", { { "n", phrase("b"), Said }, { "m", 1 } }))')), [(1, "a", {"n", "m"}), (1, "b", set())])
        self.assertEqual(list(in_bash('    phrase a n="$1" m="$2"\n    warn x @b\n[ -e x ] || fail c n="$1"\nfail c @d m:="$2"\n    fail e\n')),
                         [(1, "a", {"n", "m"}), (2, "b", set()), (3, "c", {"n"}), (4, "d", {"m"}), (5, "e", set())])
        gone = 'gone() { # [@PHRASE]\n    local n=$1\n    fail a "$@" n="$n"\n}\n'
        self.assertEqual(refusals_of(gone), {"gone": ("a", {"n"})})
        self.assertEqual(list(in_bash(gone + '[ -e x ] || gone 1 m="$1"\n    gone 1 @b\n', refusals_of(gone))), [(5, "a", {"n", "m"}), (6, "b", {"n"})])
        self.assertEqual(list(in_bash('whose() {\n    for name in holder host; do\n    done\n}\nrefuse a "${whose[@]}"\n')), [(5, "a", {"holder", "host"})])
        self.assertEqual(list(in_python('fail("a", n=1)\nfail("a", phrase("b", m=2))\n')), [(1, "a", {"n"}), (2, "b", {"m"})])
        self.assertEqual(list(sentences_in_errors('fail(Kind::Failed, QStringLiteral("a-b"), QStringLiteral("it is full"), path)\n'
                                                  'return { Kind::Failed, QStringLiteral("a-b"), phrase("a", { { "n", 1 } }), {}, {} };\n'
                                                  'Error{ Error::Kind::Failed, QStringLiteral("a-b"), {}, {}, QStringLiteral("try again") }')),
                         [(1, "it is full"), (3, "try again")])
        self.assertEqual(list(travelling('fail("x", "it did not work")\nfail("x", why="it did not work")\nfail("x", why=error)\n')), [1, 2])


if __name__ == "__main__":
    sys.exit(unittest.main())
