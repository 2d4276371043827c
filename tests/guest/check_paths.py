#!/usr/bin/env python3
"""Root opens and changes files by path only where nobody else may write: every such place is named here, with why.

usage: check_paths.py [FOLDER OF GUEST TOOLS [FOLDER OF STEPS]]   exit 0 when all are; one line for each that is not

In trees that uid 1000 or the bot writes in (/data, /opt/openclaw, /home/node, the staging copy, /root/.openclaw)
resources/guest/beneath.py is the way: descriptors, no link followed, new names made anew. See docs/security.md.
"""

import ast
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]

BUILTIN = {"open"}
OS = {"open", "chown", "lchown", "chmod", "rename", "replace", "remove", "unlink", "rmdir", "mkdir", "makedirs", "symlink", "link",
      "mknod", "mkfifo", "utime", "truncate", "setxattr", "removexattr"}
# Names that hold what was opened already.
DESCRIPTORS = {"descriptor", "opened", "fresh"}
BY_DESCRIPTOR = {"dir_fd", "src_dir_fd", "dst_dir_fd"}

OWN = "the program's own folder (/var/lib/openclaw-undock, /run), which is root's alone"
BACKUP = "the backup folder in /root, which is root's alone"
PROC = "/proc"
# (tool, calls): why. A call by path in a tool that is not here is a complaint.
TOOLS = {
    ("adapt_paths", "open"): OWN + ": the index",
    ("backup", "open"): BACKUP,
    ("behaviour", "open"): OWN,
    ("beneath", "os.open os.setxattr os.utime"): "it is the way: read_path is for places of root's and /proc, the others take descriptors",
    ("warm_cache", "open"): "what beneath opened",
    ("carry_back", "open os.makedirs os.symlink shutil.copy2"): BACKUP + ": the conflicts; the unpacked snapshot lies in " + OWN,
    ("checks_gateway", "open"): "a temporary folder of its own",
    ("container_view", "open os.open"): "the folder that Docker mounted, below it by descriptor",
    ("env_file", "os.makedirs"): "/etc, which is root's alone",
    ("layout", "open"): "the file beside it, in the library that the program uploads into " + OWN,
    ("mounts", "open"): PROC,
    ("native_modules", "os.open"): "the place that beneath.walk gives",
    ("scan_places", "os.open"): "only its flags are asked for; no link is followed, no pipe waited for",
    ("scan_programs", "os.open"): "the place that beneath.walk gives",
    ("zone", "open"): "the system's files",
    ("wording", "open"): OWN + ": the words that lie beside it",
    ("copy_tree", "open os.mkdir os.setxattr os.removexattr os.utime"):
        OWN + ": the index; the copy's own folder is made in /root (or looked at once it is open); attributes by descriptor or by place in it",
    ("gateway_token", "open"): PROC + ", and the environment file in /etc",
    ("job_server", "open os.open os.rename os.unlink os.mkdir os.makedirs os.chmod os.replace os.link os.symlink os.truncate shutil.rmtree"): OWN,
    ("job_store", "open os.open os.rename os.unlink os.mkdir"): OWN,
    ("layer_save", "os.chmod"): BACKUP,
    ("leftovers", "os.open"): "\"/\" alone, the rest by descriptor",
    ("login_file", "open"): "/root, which is root's alone",
    ("make_backup", "open os.rmdir os.mkdir os.unlink shutil.rmtree"): BACKUP,
    ("manifest", "open"): OWN,
    ("native_state", "open os.unlink"): BACKUP,
    ("outage_probe", "open os.replace"): OWN,
    ("panel_release", "open os.open os.mkdir os.makedirs os.chmod shutil.rmtree shutil.copyfileobj"): "a new folder in /opt, which is root's alone",
    ("processes", "open"): PROC,
    ("redact", "open"): "/root, which is root's alone",
    ("release_mark", "open os.chmod os.replace"): "the panel's new folder in /opt, not in use yet",
    ("restore_part", "open os.open"): BACKUP + "; what was unpacked by descriptor",
    ("scan_tools", "open os.open"): "the system's files; pipes and devices are refused",
    ("standing", "open"): PROC,
    ("step_io", "open os.open os.replace os.makedirs"): OWN,
    ("supervise", "open os.open os.rename os.mkdir os.unlink os.replace os.chmod os.makedirs os.rmdir"): OWN,
    ("supplement", "os.unlink"): BACKUP,
    ("tgz", "open os.open"): BACKUP,
    ("tree", "open"): OWN + ": manifests",
    ("try_imports", "open"): OWN + ": the tools",
    ("user_file", "os.open"): OWN + ": the copy's place",
}

COMMANDS = "chmod|chown|chgrp|mv|cp|rm|rmdir|mkdir|install|ln|tar|rsync|touch|truncate|tee|dd|setfacl|sed -i|put_file|find"
TREES = re.compile(r"\$\{?(?:SRC_STATE|SRC_PANEL|COMPOSE_DIR|STAGING|TARGET|NODE_HOME|STATE_LINK|place|copy|saved|work)\b|(?<![\w.])/(?:data|home/node|root/\.openclaw)\b")
COMMAND = re.compile(rf"(?:^|[;&|(]|\b(?:then|do|else|at_exit|\|\||&&))\s*({COMMANDS})\s")
NO_FOLLOW = "the command follows no link in the last name, and the folder it is in is root's"
# (file, command): why.
SHELL = {
    ("e-copy.sh", "mv"): "/root: " + NO_FOLLOW,
    ("e-place.sh", "mv"): "a rename; " + NO_FOLLOW + " (in /home/node it can only move what its owner put there)",
    ("e-place.sh", "chmod"): "the staging copy's own folder, in /root",
    ("e-place.sh", "install"): "/home is root's; made only when nothing stands there",
    ("e-place.sh", "ln"): "-T: it fails where something stands",
    ("d-install.sh", "find"): "/root: find goes by descriptor and follows no link",
    ("g-units.sh", "mv"): "/etc/systemd/system",
    ("g-units.sh", "put_file"): "/etc/systemd/system",
    ("r-config-list.sh", "find"): "it lists; find goes by descriptor and follows no link",
    ("r-carry-back.sh", "rm"): OWN,
    ("r-carry-back.sh", "mkdir"): OWN,
    ("r-carry-back.sh", "tar"): OWN,
    ("r-carry-back.sh", "mv"): "renames of the folder as a whole, which follow no link",
    ("r-docker-start.sh", "rm"): "/root: " + NO_FOLLOW,
    ("r-restore.sh", "rm"): "rm -r follows no link; it can only take what the folder's owner put there",
    ("r-snapshot.sh", "mv"): "renames, which follow no link",
    ("r-snapshot.sh", "rm"): "the link itself, made by e-place",
    ("r-snapshot.sh", "rmdir"): "an empty folder that e-place made",
    ("d-warm.sh", "install"): "/run, which is root's alone",
    ("direct.sh", "rm"): "/run, which is root's alone",
}


def calls_of(source):
    """(line, call) of what takes a path."""
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or any(word.arg in BY_DESCRIPTOR for word in node.keywords):
            continue
        if isinstance(node.func, ast.Name) and node.func.id in BUILTIN:
            first = node.args[0] if node.args else None
            if isinstance(first, ast.Name) and first.id in DESCRIPTORS or isinstance(first, ast.Call) and \
                    getattr(first.func, "attr", "") in ("dup", "open_file"):
                continue
            yield node.lineno, node.func.id
        elif isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name):
            module, name = node.func.value.id, node.func.attr
            if module == "os" and name in OS or module == "shutil" and name not in ("which", "copyfileobj", "disk_usage"):
                yield node.lineno, f"{module}.{name}"


def tools(folder):
    allowed = {module: set(calls.split()) for module, calls in TOOLS}
    for path in sorted(folder.glob("*.py")):
        for line, call in calls_of(path.read_text(encoding="utf-8")):
            if call not in allowed.get(path.stem, ()):
                yield f"{path.name}:{line}: {call} takes a path. In a tree that others write in use beneath.py; elsewhere say here why it may."


def shell(paths):
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.lstrip().startswith("#") or not TREES.search(line):
                continue
            for match in COMMAND.finditer(line):
                if (path.name, match[1]) not in SHELL:
                    yield f"{path.name}:{number}: {match[1]} works by path in a tree that others write in. Let a tool with beneath.py do it, or say here why it may."


def main():
    guest = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources/guest"
    steps = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else ROOT / "resources/steps"
    complaints = [*tools(guest), *shell([*sorted(steps.glob("*.sh")), *sorted(guest.glob("*.sh"))])]
    for line in complaints:
        print(line)
    print(f"{len(TOOLS) + len(SHELL)} places named, {len(complaints)} complaints")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
