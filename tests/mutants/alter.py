"""Single changes to a source: one condition, constant or call at a time.

A change is a whole new text of one line. What stands in comments, strings, preprocessor lines and
declarations is left alone: changing it would prove nothing.
"""
import re
from dataclasses import dataclass

STRING = re.compile(r'"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'')
SWAPS = (
    (re.compile(r" == "), " != "), (re.compile(r" != "), " == "),
    (re.compile(r" <= "), " < "), (re.compile(r" >= "), " > "),
    (re.compile(r" < "), " <= "), (re.compile(r" > "), " >= "),
    (re.compile(r" && "), " || "), (re.compile(r" \|\| "), " && "),
    (re.compile(r"(?<![\w!])!(?=[\w(])"), ""),
    (re.compile(r"\btrue\b"), "false"), (re.compile(r"\bfalse\b"), "true"),
    (re.compile(r" and "), " or "), (re.compile(r" or "), " and "), (re.compile(r"\bnot (?!in\b)"), ""),
    (re.compile(r"\bTrue\b"), "False"), (re.compile(r"\bFalse\b"), "True"),
)
NUMBER = re.compile(r"(?<![\w.\"#$%{:])\d+(?![\w.\"%}])")
CONDITION = re.compile(r"^(\s*(?:\} else )?if \()(?!!)([^;{}]+)(\)(?: \{)?)$")
CALL = re.compile(r"^\s+(?!return|case|throw|co_|using|delete|else|emit|Q_|local |import |from )[\w.:>-]+(?:<[\w:, ]+>)?\(.*\);$")
PYTHON_CALL = re.compile(r"^(\s+)(?!return|raise|yield|assert|def |class |with |for |if |elif |while )[\w.]+\(.*\)$")


@dataclass(frozen=True)
class Change:
    line: int  # from 1
    before: str
    after: str

    @property
    def text(self):
        return f"{self.before.strip()} → {self.after.strip() or '(removed)'}"


def outside_strings(line, comment):
    """The line with strings blanked and its comment cut off: what may be changed, at the same columns."""
    blank = STRING.sub(lambda match: match[0][0] + "·" * (len(match[0]) - 2) + match[0][-1] if len(match[0]) > 1 else match[0], line)
    at = blank.find(comment)
    return blank if at < 0 or (comment == "#" and at and not blank[at - 1].isspace()) else blank[:at]


def of_line(line, language):
    """New texts of one line, each once."""
    code = outside_strings(line, "//" if language == "cpp" else "#")
    if not code.strip() or language == "cpp" and re.match(r"\s*(#|template|class |struct |enum |namespace |using |static_assert)", code):
        return []
    found = []
    for pattern, other in SWAPS:
        if language == "sh" and pattern.pattern in (" < ", " > ", "\\btrue\\b", "\\bfalse\\b"):
            continue  # redirections, and commands
        found += [line[:m.start()] + other + line[m.end():] for m in pattern.finditer(code)]
    found += [line[:m.start()] + str(int(m[0]) + 1) + line[m.end():] for m in NUMBER.finditer(code)]
    if language == "cpp":
        if match := CONDITION.match(code):
            inner = line[match.end(1):match.start(3)]
            found.append(f"{line[:match.end(1)]}!({inner}){line[match.start(3):]}")
        if CALL.match(code):
            found.append("")
    if language == "py" and (match := PYTHON_CALL.match(code)):
        found.append(match[1] + "pass")
    return list(dict.fromkeys(text for text in found if text != line))


def changes(text, language):
    found, in_comment = [], False
    for number, line in enumerate(text.split("\n"), 1):
        if language == "py":
            if line.count('"""') == 1:
                in_comment = not in_comment
                continue
            if in_comment or '"""' in line:
                continue
        if language == "cpp":
            in_comment = in_comment or line.lstrip().startswith("/*")
            if in_comment:
                in_comment = "*/" not in line
                continue
        found += [Change(number, line, after) for after in of_line(line, language)]
    return found
