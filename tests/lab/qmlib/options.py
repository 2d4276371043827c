"""Options as qm takes them: one dash or two, a value after a space or "=",
mixed with the positional words, until "--"."""
from .errors import BadParameter, QmError

TRUE, FALSE = ("1", "on", "yes", "true"), ("0", "off", "no", "false")


def boolean(name: str, text: str) -> bool:
    if text.lower() in TRUE:
        return True
    if text.lower() in FALSE:
        return False
    raise BadParameter(name, f"type check ('boolean') failed - got '{text}'")


def integer(name: str, text: str, least: int = 0) -> int:
    try:
        value = int(text)
    except ValueError:
        raise BadParameter(name, f"type check ('integer') failed - got '{text}'") from None
    if value < least:
        raise BadParameter(name, f"value must have a minimum value of {least}")
    return value


def parse(words, known):
    """(positional, options). `known` maps a name to "bool", "int" or "str"."""
    rest, options = [], {}
    words = list(words)
    while words:
        word = words.pop(0)
        if word == "--":
            rest += words
            break
        if not word.startswith("-") or word == "-":
            rest.append(word)
            continue
        name, has_value, value = word.lstrip("-").partition("=")
        if name not in known:
            raise QmError(f"Unknown option: {name}\n400 unable to parse option")
        kind = known[name]
        if not has_value:
            if kind == "bool" and (not words or words[0].startswith("-")
                                   or words[0].lower() not in TRUE + FALSE):
                value = "1"
            elif words:
                value = words.pop(0)
            else:
                raise QmError(f"Option {name} requires an argument\n400 unable to parse option")
        if kind == "bool":
            options[name] = boolean(name, value)
        else:
            options[name] = integer(name, value) if kind == "int" else value
    return rest, options
