"""Results as qm prints them."""
import json
import sys

once = False  # as releases up to 7.2 do


def _as_text(value):
    # Bytes are taken for characters one by one and encoded again: that is what
    # doubles the encoding of everything that is not ASCII.
    if isinstance(value, bytes):
        return value.decode("utf-8", "surrogateescape") if once else value.decode("latin-1")
    if isinstance(value, dict):
        return {k: _as_text(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_as_text(v) for v in value]
    if isinstance(value, str):
        return value if once else value.encode().decode("latin-1")
    if isinstance(value, bool):
        return value
    return value


def show(result) -> None:
    if result is None or result == {}:
        return
    if not isinstance(result, (dict, list)):
        text = str(result).rstrip("\n")
        if text.strip():
            write(text + "\n")
        return
    text = json.dumps(_as_text(result), ensure_ascii=False, indent=3, sort_keys=True,
                      separators=(",", " : "))
    write(text + "\n")


def write(text: str) -> None:
    sys.stdout.buffer.write(text.encode("utf-8", "surrogateescape"))
    sys.stdout.buffer.flush()


def warn(text: str) -> None:
    sys.stderr.write(text.rstrip("\n") + "\n")
    sys.stderr.flush()
