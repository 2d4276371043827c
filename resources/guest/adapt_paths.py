"""Rewrites the places where OpenClaw itself keeps absolute paths, and absolute links into its folder.

usage: adapt_paths.py FOLDER INDEX SKILLS

FOLDER is the copied state directory, INDEX what copy_tree.py left, SKILLS the folder of the
installed package's skills. Only known keys of known files are touched; what else still
names the container's paths is listed: transcripts stay as they were written, and a user's
own files are the user's. The link /home/node/.openclaw keeps all of them working.
"""

import base64
import glob
import json
import os
import re
import stat
import sys

import json_spans
import step_io

TARGET = "/root/.openclaw"
CONTAINER_STATE = "/home/node/.openclaw"
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
    return Mapping([(CONTAINER_STATE, TARGET), ("/data/openclaw", TARGET), (CONTAINER_SKILLS, skills)])


def backward(skills):
    return Mapping([(TARGET, CONTAINER_STATE), (skills, CONTAINER_SKILLS)])


def replace(path, data):
    """New content under the same name, mode, owner, xattrs and time."""
    status = os.lstat(path)
    part = path + ".undock-part"
    with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.chown(part, status.st_uid, status.st_gid)
    os.chmod(part, stat.S_IMODE(status.st_mode))
    for name in os.listxattr(path):
        os.setxattr(part, name, os.getxattr(path, name))
    os.utime(part, ns=(status.st_atime_ns, status.st_mtime_ns))
    os.replace(part, path)


def adapt_file(path, mapping):
    """How many strings were changed."""
    with open(path, "rb") as file:
        text = file.read().decode("utf-8", "surrogateescape")
    text, count = json_spans.edit(text, mapping.change)
    if count:
        replace(path, text.encode("utf-8", "surrogateescape"))
    return count


def adapt_files(folder, mapping):
    for pattern in FILES:
        for path in sorted(glob.glob(os.path.join(glob.escape(folder), pattern))):
            if os.path.islink(path):
                continue
            name = os.path.relpath(path, folder)
            try:
                count = adapt_file(path, mapping)
            except (ValueError, RecursionError) as error:
                step_io.finding("attention", "unreadable-json",
                                f"{step_io.show(name)} is not valid JSON ({error}); it was left as it is.")
                continue
            if count:
                step_io.say(f"{step_io.show(name)}: {count} paths rewritten")
                step_io.fact("adapted_file", f"{count} {step_io.show(name)}")
            yield count


def adapt_links(folder, mapping):
    """Absolute symbolic links; returns (changed, those that still point into the container)."""
    changed, odd = 0, []
    for parent, folders, files in os.walk(os.fsencode(folder)):
        for name in folders + files:
            path = os.path.join(parent, name)
            if not os.path.islink(path):
                continue
            old = os.fsdecode(os.readlink(path))
            new = mapping.path(old)
            if new != old:
                status = os.lstat(path)
                os.symlink(new, path + b".undock-part")
                os.chown(path + b".undock-part", status.st_uid, status.st_gid, follow_symlinks=False)
                os.utime(path + b".undock-part", ns=(status.st_atime_ns, status.st_mtime_ns), follow_symlinks=False)
                os.replace(path + b".undock-part", path)
                changed += 1
            elif old.startswith(("/home/node", "/app/")):
                odd.append(os.path.relpath(path, os.fsencode(folder)))
    return changed, odd


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
    adapted = {os.fsencode(os.path.relpath(path, folder)) for pattern in FILES
               for path in glob.glob(os.path.join(glob.escape(folder), pattern))}
    seen = {name for name in mentions(index) if not CONFIG.match(name) and name not in adapted}
    transcripts = {name for name in seen if TRANSCRIPT.match(name)}
    rest = sorted(seen - transcripts) + sorted(odd_links)
    step_io.fact("leftover_transcripts", len(transcripts))
    step_io.fact("leftover_count", len(rest))
    for name in rest[:MOST_LISTED]:
        step_io.fact("leftover", step_io.show(name))
        step_io.say(f"still names a path of the container: {step_io.show(name)}")
    if rest:
        step_io.finding("attention", "leftover-paths", f"{len(rest)} files or links of the user still name paths of the "
                        f"container. Those under {CONTAINER_STATE} go on working through the link there; look at the others.")


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
