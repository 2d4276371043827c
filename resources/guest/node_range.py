"""Does a Node version satisfy the range a package asks for in engines.node?

usage: node_range.py VERSION RANGE      exit 0: yes, 1: no, 2: the range is not understood

Knows what the field uses: alternatives with ||, comparators joined by blanks, ^, ~, and
partial versions (">=24.16 <25 || >=26.1").
"""

import re
import sys

COMPARATOR = re.compile(r"(>=|<=|>|<|=|\^|~)?\s*v?(\d+)(?:\.(\d+|x|\*))?(?:\.(\d+|x|\*))?(?:[-+][0-9A-Za-z.+-]*)?\Z")


def version_of(text):
    match = re.match(r"v?(\d+)\.(\d+)\.(\d+)", text.strip())
    if not match:
        raise ValueError(f"not a version: {text}")
    return tuple(int(part) for part in match.groups())


def bounds(comparator):
    """(lowest allowed, first not allowed) as version tuples; None for no bound."""
    match = COMPARATOR.match(comparator)
    if not match:
        raise ValueError(f"not a comparator: {comparator}")
    operator = match[1] or "="
    given = [int(part) for part in match.groups()[1:] if part and part.isdigit()]
    low = tuple(given + [0] * (3 - len(given)))

    def next_after(parts):
        return tuple(given[:parts - 1] + [given[parts - 1] + 1] + [0] * (3 - parts))

    after = next_after(len(given))
    if operator == ">=":
        return low, None
    if operator == ">":
        return after, None
    if operator == "<":
        return None, low
    if operator == "<=":
        return None, after
    if operator == "^":
        return low, next_after(1)
    if operator == "~":
        return low, next_after(min(2, len(given)))
    return low, after


def satisfies(version, wanted):
    version = version_of(version)
    for alternative in wanted.split("||"):
        text = re.sub(r"(>=|<=|>|<|=|\^|~)\s+", r"\1", alternative.strip())
        if text in ("", "*", "x"):
            return True
        limits = [bounds(part) for part in text.split()]
        if all((low is None or version >= low) and (end is None or version < end) for low, end in limits):
            return True
    return False


if __name__ == "__main__":
    try:
        sys.exit(0 if satisfies(sys.argv[1], sys.argv[2]) else 1)
    except (ValueError, IndexError) as error:
        print(error)
        sys.exit(2)
