"""Where things are in a VM, by the names of the file `layout` beside this one: `from layout import TARGET`.

A value of digits alone is a number.
"""
import os


def read(path):
    with open(path, encoding="utf-8") as lines:
        named = (line.rstrip("\n").partition("=") for line in lines if line[:1].isalpha())
        return {name: int(value) if value.isdigit() else value for name, _, value in named}


globals().update(read(os.path.join(os.path.dirname(os.path.abspath(__file__)), "layout")))
