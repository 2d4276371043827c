"""JSON5 read with Python alone, for when no container runs OpenClaw's own reader, and to check it.

Numbers that JSON can hold keep their spelling, so that none loses digits on the way.
"""

import json
import re
import unicodedata

SPACE = re.compile(r"(?:[\t\n\v\f\r \u00a0\u2028\u2029\ufeff\u1680\u2000-\u200a\u202f\u205f\u3000]|//[^\n\r\u2028\u2029]*|/\*.*?\*/)*", re.S)
NUMBER = re.compile(r"[+-]?(?:0[xX][0-9a-fA-F]+|Infinity|NaN|(?:(?:0|[1-9][0-9]*)(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)")
JSON_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?\Z")
ESCAPES = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "0": "\0"}
DEEPEST = 200


class Number(str):
    """A number as JSON spells it."""

    @property
    def value(self):
        return json.loads(self)


class Reader:
    def __init__(self, text):
        self.text, self.at, self.depth = text, 0, 0

    def wrong(self, what):
        line = self.text.count("\n", 0, self.at) + 1
        column = self.at - (self.text.rfind("\n", 0, self.at) + 1) + 1
        return ValueError(f"{what} at line {line}, column {column}")

    def skip(self):
        self.at = SPACE.match(self.text, self.at).end()

    def peek(self):
        self.skip()
        return self.text[self.at:self.at + 1]

    def take(self, token):
        if self.peek() != token:
            raise self.wrong(f"'{token}' expected")
        self.at += 1

    def document(self):
        value = self.value()
        if self.peek():
            raise self.wrong("something follows the value")
        return value

    def value(self):
        char = self.peek()
        if char in ("{", "["):
            self.depth += 1
            if self.depth > DEEPEST:
                raise self.wrong("nested too deeply")
            result = self.object() if char == "{" else self.array()
            self.depth -= 1
            return result
        if char in ('"', "'"):
            return self.string()
        for word, meaning in (("true", True), ("false", False), ("null", None)):
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return meaning
        return self.number()

    def object(self):
        self.take("{")
        members = {}
        while self.peek() != "}":
            key = self.string() if self.peek() in ('"', "'") else self.identifier()
            self.take(":")
            members[key] = self.value()
            if self.peek() != "}":
                self.take(",")
        self.at += 1
        return members

    def array(self):
        self.take("[")
        items = []
        while self.peek() != "]":
            items.append(self.value())
            if self.peek() != "]":
                self.take(",")
        self.at += 1
        return items

    def identifier(self):
        begin = self.at
        while self.at < len(self.text):
            char = self.text[self.at]
            kind = unicodedata.category(char)
            if not (char in "$_\u200c\u200d" or kind[0] == "L" or kind == "Nl"
                    or (self.at > begin and kind in ("Mn", "Mc", "Nd", "Pc"))):
                break
            self.at += 1
        if self.at == begin:
            raise self.wrong("a name expected")
        return self.text[begin:self.at]

    def number(self):
        match = NUMBER.match(self.text, self.at)
        if not match:
            raise self.wrong("a value expected")
        word, bare = match[0], match[0].lstrip("+-")
        if bare in ("Infinity", "NaN"):
            raise self.wrong(f"{bare} cannot be written as JSON")
        self.at = match.end()
        sign = "-" if word.startswith("-") else ""
        if bare[:2] in ("0x", "0X"):
            return Number(sign + str(int(bare, 16)))
        spelled = sign + bare
        if not JSON_NUMBER.match(spelled):
            spelled = re.sub(r"^(-?)\.", r"\g<1>0.", spelled)
            spelled = re.sub(r"\.(?![0-9])", "", spelled)
        return Number(spelled)

    def string(self):
        quote = self.text[self.at]
        self.at += 1
        parts = []
        while True:
            if self.at >= len(self.text):
                raise self.wrong("a string does not end")
            char = self.text[self.at]
            self.at += 1
            if char == quote:
                return "".join(parts)
            if char in "\n\r":
                raise self.wrong("a line ends inside a string")
            parts.append(self.escape() if char == "\\" else char)

    def escape(self):
        char = self.text[self.at:self.at + 1]
        self.at += 1
        if char in ("x", "u"):
            digits = self.text[self.at:self.at + (2 if char == "x" else 4)]
            if not re.fullmatch(r"[0-9a-fA-F]{%d}" % (2 if char == "x" else 4), digits):
                raise self.wrong("a broken escape in a string")
            self.at += len(digits)
            return chr(int(digits, 16))
        if char == "\r" and self.text[self.at:self.at + 1] == "\n":
            self.at += 1
        if char in ("\n", "\r", "\u2028", "\u2029"):
            return ""
        if char in "123456789" or (char == "0" and self.text[self.at:self.at + 1].isdigit()):
            raise self.wrong("a broken escape in a string")
        return ESCAPES.get(char, char)


def join_surrogates(value):
    """Pairs written as two escapes are one character."""
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def parse(data):
    text = data.decode("utf-8-sig") if isinstance(data, bytes) else data
    return Reader(text).document()


def plain(value):
    """With numbers as numbers, for looking things up and comparing."""
    if isinstance(value, Number):
        return value.value
    if isinstance(value, dict):
        return {join_surrogates(key): plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return join_surrogates(value) if isinstance(value, str) else value


def loads(data):
    return plain(parse(data))


def dumps(value, indent=2, level=0):
    """JSON text of parse()'s result: order and numbers' spelling kept."""
    inner, outer = "\n" + " " * indent * (level + 1), "\n" + " " * indent * level
    if isinstance(value, Number):
        return str(value)
    if isinstance(value, dict) and value:
        lines = (f"{json.dumps(join_surrogates(key), ensure_ascii=False)}: {dumps(item, indent, level + 1)}" for key, item in value.items())
        return "{" + inner + ("," + inner).join(lines) + outer + "}"
    if isinstance(value, list) and value:
        return "[" + inner + ("," + inner).join(dumps(item, indent, level + 1) for item in value) + outer + "]"
    return json.dumps(join_surrogates(value) if isinstance(value, str) else value, ensure_ascii=False)
