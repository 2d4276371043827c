"""A desk's data folder with the sample runs in it, whole or as they stood at a moment. A journal's beginning is a journal."""
import json
from pathlib import Path

RUNS = Path(__file__).resolve().parent / "runs"


def lines(name):
    return (RUNS / name / "journal.jsonl").read_bytes().splitlines(keepends=True)


def up_to(name, until):
    """The lines up to the first event of type `until`, that one too; all of them without."""
    found = lines(name)
    types = [json.loads(line)["type"] for line in found]
    return found if until is None else found[:types.index(until) + 1]


def plant(data, name, until=None):
    """Puts the run in, over whatever there is of it; its id."""
    run = json.loads(lines(name)[0])["data"]["run"]
    place = Path(data) / "runs" / run
    place.mkdir(parents=True, exist_ok=True)
    (place / "journal.jsonl").write_bytes(b"".join(up_to(name, until)))
    return run


def go_on(data, name):
    """What is missing of the run is written behind what is there, as another program would."""
    place = Path(data) / "runs" / json.loads(lines(name)[0])["data"]["run"] / "journal.jsonl"
    there = len(place.read_bytes().splitlines())
    with open(place, "ab") as journal:
        journal.writelines(lines(name)[there:])


def user_word(name):
    return next(event["data"] for event in map(json.loads, lines(name)) if event["type"] == "accepted")
