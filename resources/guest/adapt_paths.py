"""Rewrites the places where OpenClaw itself keeps absolute paths, and absolute links into its folder.

usage: adapt_paths.py FOLDER INDEX SKILLS

FOLDER is the copied state directory, INDEX what copy_tree.py left, SKILLS the folder of the
installed package's skills. Only known keys of known files are touched; what else still
names the container's paths is listed: transcripts stay as they were written, and a user's
own files are the user's. The link /home/node/.openclaw keeps all of them working.
"""

import base64
import json
import os
import re
import stat
import sys

import beneath
import json_spans
import layout
import step_io
from layout import CONTAINER_STATE, TARGET

CONTAINER_SKILLS = "/app/skills"
FILES = ("agents/*/sessions/sessions.json", "subagents/runs.json")
PATH_KEYS = {"sessionFile", "workspaceDir", "path", "filePath", "baseDir", "cwd", "agentDir", "dir", "file", "storePath"}
TRANSCRIPT = re.compile(rb"agents/[^/]+/sessions/[^/]+\.jsonl(\.[^/]*)?\Z")
CONFIG = re.compile(rb"openclaw\.json(\.bak.*)?\Z")
MOST_LISTED = 50


class Mapping:
    """Pairs of (old folder, new folder); the first that a path lies in decides."""

    def __init__(self, pairs):
        self.pairs = [pair for pair in pairs if pair[0] and pair[1]]

    def path(self, value):
        for old, new in self.pairs:
            if value == old or value.startswith(old + "/"):
                return new + value[len(old):]
        return value

    def locations(self, text):
        """The paths between <location> marks of a skills prompt."""
        return re.sub(r"(?<=<location>)[^<]*", lambda match: self.path(match[0]), text)

    def change(self, keys, value):
        names = [key for key in keys if isinstance(key, str)]
        if names and names[-1] == "prompt" and "skillsSnapshot" in names:
            return self.locations(value)
        if names and names[-1] in PATH_KEYS:
            return self.path(value)
        return None


def forward(skills):
    return Mapping([(CONTAINER_STATE, TARGET), (layout.SRC_STATE, TARGET), (CONTAINER_SKILLS, skills)])


def backward(skills):
    return Mapping([(TARGET, CONTAINER_STATE), (skills, CONTAINER_SKILLS)])


def adapt_file(folder, name, mapping):
    """How many strings were changed. It keeps mode, owner, xattrs and time."""
    descriptor = beneath.open_file(name, folder)
    status, xattrs = os.fstat(descriptor), beneath.xattrs_of(descriptor)
    with open(descriptor, "rb") as file:
        text = file.read().decode("utf-8", "surrogateescape")
    text, count = json_spans.edit(text, mapping.change)
    if count:
        beneath.put(folder, name, text.encode("utf-8", "surrogateescape"), (status.st_uid, status.st_gid),
                    stat.S_IMODE(status.st_mode), xattrs, (status.st_atime_ns, status.st_mtime_ns))
    return count


def files_of(tree):
    """Relative paths of the files that FILES names."""
    return [path for pattern in FILES for path in tree.glob(pattern)]


def adapt_files(folder, mapping):
    with beneath.Tree(folder) as tree:
        for path in files_of(tree):
            try:
                with tree.parent(path) as (within, name):
                    count = adapt_file(within, name, mapping)
            except (ValueError, RecursionError) as error:
                step_io.finding("attention", "unreadable-json",
                                step_io.phrase("unreadable-json", path=step_io.show(path), error=error))
                continue
            if count:
                step_io.say(f"{step_io.show(path)}: {count} paths rewritten")
                step_io.listed("adapted_file", f"{count} {step_io.show(path)}")
            yield count


def adapt_links(folder, mapping):
    """Absolute symbolic links; returns (changed, those that still point into the container)."""
    changed, odd = 0, []
    with beneath.Tree(folder) as tree:
        for path in [path for path, _, status in beneath.walk(folder) if stat.S_ISLNK(status.st_mode)]:
            with tree.parent(path) as (within, name):
                old = os.fsdecode(os.readlink(name, dir_fd=within))
                new = mapping.path(old)
                if new != old:
                    status = os.stat(name, dir_fd=within, follow_symlinks=False)
                    beneath.put_link(within, name, new, (status.st_uid, status.st_gid), (status.st_atime_ns, status.st_mtime_ns))
                    changed += 1
                elif old.startswith(("/home/node", "/app/")):
                    odd.append(os.fsencode(path))
    return changed, sorted(odd)


def mentions(index):
    """Files in which the copying saw one of the container's paths."""
    found = set()
    try:
        with open(index, encoding="ascii") as file:
            for line in file:
                if '"mentions"' not in line:
                    continue
                entry = json.loads(line)
                if entry.get("mentions"):
                    found.add(base64.b64decode(entry["path"]))
    except FileNotFoundError:
        pass
    return found


def list_leftovers(folder, index, odd_links):
    with beneath.Tree(folder) as tree:
        adapted = set(map(os.fsencode, files_of(tree)))
    seen = {name for name in mentions(index) if not CONFIG.match(name) and name not in adapted}
    transcripts = {name for name in seen if TRANSCRIPT.match(name)}
    rest = sorted(seen - transcripts) + sorted(odd_links)
    step_io.fact("leftover_transcripts", len(transcripts))
    if not rest:
        step_io.fact("leftover_count", 0)
    for name in rest:
        step_io.listed("leftover", step_io.show(name))
    for name in rest[:MOST_LISTED]:
        step_io.say(f"still names a path of the container: {step_io.show(name)}")
    if rest:
        step_io.finding("attention", "leftover-paths", step_io.phrase("leftover-paths", count=len(rest), container_state=CONTAINER_STATE))


def main():
    folder, index, skills = sys.argv[1:4]
    mapping = forward(skills if os.path.isdir(skills) else "")
    strings = sum(adapt_files(folder, mapping))
    links, odd = adapt_links(folder, mapping)
    step_io.say(f"{strings} paths and {links} links rewritten")
    step_io.fact("adapted", strings)
    step_io.fact("links", links)
    list_leftovers(folder, index, odd)


if __name__ == "__main__":
    main()
