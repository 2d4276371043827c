"""What a script, a cron line, a unit or a Makefile does with docker, as far as reading can tell.

Words are looked at, no shell is run: quotes and brackets fall away, a line that goes on after a backslash is one
line, variables that hold "docker …" are put in. What cannot be told (a name in a variable) counts as meant.
"""

import dataclasses
import os
import re
import layout

DOCKER = re.compile(r"(?:.*/)?(docker|docker-compose|podman|podman-compose)\Z")
# Options of docker and of docker compose that take the next word.
VALUED = {"-H", "--host", "-c", "--context", "--config", "-l", "--log-level", "-f", "--file", "-p", "--project-name", "--profile",
          "--project-directory", "--env-file", "--ansi", "--progress", "--parallel"}
GROUPS = {"container", "image", "system", "builder", "volume", "network", "stack", "service"}
# Words in front of docker that make it no call of it.
TALK = {"echo", "printf", "logger", "grep", "egrep", "pgrep", "pkill", "which", "type", "man", "apt", "apt-get", "service", "systemctl", "invoke-rc.d", "usage:"}
RAISES = {"start", "restart", "run", "create", "unpause"}
COMPOSE_RAISES = RAISES | {"up", "watch", "scale"}
REMOVES = {"rm", "rmi", "container rm", "container prune", "image rm", "system prune"}
COMPOSE_REMOVES = {"down", "rm"}
USES = {"exec", "logs", "cp", "attach", "stop", "kill", "pause", "wait", "top", "port"}
ASSIGNED = re.compile(r"^\s*(?:export\s+|readonly\s+|local\s+|declare\s+(?:-\w+\s+)?)?((?!Exec|command\b)[A-Za-z_]\w*)\s*[:?]?=\s*(.*\bdocker\b.*)$")


@dataclasses.dataclass
class Call:
    words: str       # "docker compose up": program and verb, never the arguments, which may be secret
    effect: str      # raises | removes | uses
    compose: bool
    options: dict    # of compose: file, project-name, project-directory
    arguments: list
    line: int
    folder: str      # where it is called, "" when that cannot be told


def logical_lines(text):
    """[(number of its first line, line)], without comments, those that a backslash continues joined."""
    lines, pending, first = [], "", 0
    for number, line in enumerate(text.splitlines(), 1):
        if not pending:
            first = number
        if line.rstrip().endswith("\\"):
            pending += line.rstrip()[:-1] + " "
            continue
        line, pending = pending + line, ""
        line = re.sub(r"(^|\s)#.*$", "", line)
        if line.strip() and not line.lstrip().startswith(";"):
            lines.append((first, line))
    if pending:
        lines.append((first, pending))
    return lines


def with_variables(lines):
    values = {}
    for _, line in lines:
        if found := ASSIGNED.match(line):
            values[found[1]] = found[2].strip("\"' ")
    for number, line in lines:
        if ASSIGNED.match(line) and not re.search(r"[;&|]|\$\(", line):
            continue  # says what docker is, calls nothing
        for name, value in values.items():
            line = re.sub(rf"\$(?:{name}\b|\{{{name}\}}|\({name}\))", value.replace("\\", r"\\"), line)
        yield number, line


def effect_of(verb, compose, arguments):
    if verb in (COMPOSE_RAISES if compose else RAISES) or (not compose and verb in ("container start", "container restart", "container run", "container create")):
        return "raises"
    if verb in (COMPOSE_REMOVES if compose else REMOVES):
        return "removes"
    if not compose and verb == "image prune" and {"-a", "--all", "-af", "-fa"} & set(arguments):
        return "removes"
    return "uses" if verb.removeprefix("container ") in USES else ""


def call_in(words, at, line, folder):
    """The call that begins with the docker word at this place, or None."""
    name = DOCKER.match(words[at])[1]
    compose, options, at = name.endswith("-compose"), {}, at + 1
    group = ""
    while at < len(words):
        word = words[at]
        if word.startswith("-"):
            option, _, value = word.partition("=")
            if not value and option in VALUED:
                at += 1
                value = words[at] if at < len(words) else ""
            option = {"-f": "--file", "-p": "--project-name"}.get(option, option)
            options.setdefault(option.lstrip("-"), []).append(value)
        elif word == "compose" and not compose:
            compose, options = True, {}
        elif word in GROUPS and not compose and not group:
            group = word
        else:
            break
        at += 1
    if at >= len(words):
        return None
    verb = f"{group} {words[at]}".strip()
    effect = effect_of(verb, compose, words[at + 1:])
    if not effect:
        return None
    shown = name if not compose or name.endswith("-compose") else f"{name} compose"
    return Call(f"{shown} {verb}", effect, compose, options, words[at + 1:], line, folder)


def segments(text, folder):
    """(number, words, folder) of each command in a text; `cd` moves the folder for what follows."""
    for number, line in with_variables(logical_lines(text)):
        line = re.sub(r"^\s*(?:Exec\w+|command|RUN)\s*\+?=\s*[-@:+!|]*", "", line)
        for part in re.split(r"[;|&]+", re.sub(r"[\"'`(){}\[\],]", " ", line)):
            words = part.split()
            if not words:
                continue
            if "cd" in words[:-1]:
                place = words[words.index("cd") + 1]
                folder = "" if "$" in place else os.path.normpath(os.path.join(folder or "/", place))
            yield number, words, folder


def calls(text, folder=""):
    """Every call of docker in a text."""
    found = []
    for number, words, place in segments(text, folder):
        for at, word in enumerate(words):
            if DOCKER.match(word) and "/init.d/" not in word and not TALK & {os.path.basename(one) for one in words[:at]}:
                if call := call_in(words, at, number, place):
                    found.append(call)
                break
    return found


def in_front(call):
    """Whether it stays while the containers run: a unit that is started again with it brings them up again."""
    verb = call.words.rsplit(" ", 1)[-1]
    given = {letter for word in call.arguments if re.fullmatch(r"-[a-z]+", word) for letter in word[1:]} | set(call.arguments)
    if verb in ("up", "run"):
        return not given & {"d", "--detach", "--wait"}
    return verb == "start" and bool(given & {"a", "--attach"})


# -- whether a call means the containers that are moved --

class Ours:
    """The project that is moved, as a caller may name it."""

    def __init__(self, folder, files, project, services, names, ids, images):
        self.folder, self.files, self.project = folder, {os.path.realpath(path) for path in files}, project
        self.services, self.names, self.ids, self.images = set(services), set(names), set(ids), set(images)

    def meant(self, call):
        return self.of_compose(call) if call.compose else self.of_docker(call)

    def of_compose(self, call):
        arguments = [word for word in call.arguments if not word.startswith(("-", ">", "<", "2>", "1>", "/"))]
        # A service that is run starts those that it needs.
        if call.effect == "raises" and not call.words.endswith(" run") and arguments and not any("$" in word for word in arguments) and not self.services & set(arguments) \
                and all(re.fullmatch(r"[\w.-]+", word) and not word.isdigit() for word in arguments):
            return False
        if projects := call.options.get("project-name"):
            return projects[-1] == self.project or "$" in projects[-1]
        if files := call.options.get("file"):
            return any("$" in path or (not path.startswith("/") and not call.folder)
                       or os.path.realpath(os.path.join(call.folder or "/", path)) in self.files for path in files)
        place = (call.options.get("project-directory") or [call.folder])[-1]
        return not place or "$" in place or (os.path.normpath(place) + "/").startswith(self.folder.rstrip("/") + "/")

    def of_docker(self, call):
        verb = call.words.rsplit(" ", 1)[-1]
        if verb == "prune":
            return True
        words = [word for word in call.arguments if not word.startswith((">", "<", "2>", "1>"))]
        if verb in ("run", "create"):
            text = " ".join(words)
            return any(image in text for image in self.images) or layout.SRC_STATE in text or re.search(rf"\$\w*IMAGE|\b{layout.GATEWAY_PORT}\b|\b{layout.PANEL_PORT}\b", text) is not None
        named = [word for word in words if not word.startswith("-")]
        if not named or any("$" in word or word == "docker" for word in named):
            return True
        return any(word in self.names or word in self.images or (len(word) >= 12 and any(one.startswith(word) for one in self.ids)) for word in named)


# -- Makefiles --

def make_text(text, targets):
    """The recipes of a Makefile that these targets come to run, with its variables."""
    lines = text.replace("\\\n", " ").splitlines()
    rules, assigned, current, first = {}, [], [], ""
    for line in lines:
        if line.startswith("\t"):
            for name in current:
                rules[name][1].append(line.strip().lstrip("@-+"))
        elif rule := re.match(r"([\w./ -]+?)\s*::?(?!=)\s*([^#=]*)(?:#.*)?$", line):
            current = rule[1].split()
            for name in current:
                rules.setdefault(name, ([], []))[0].extend(rule[2].split(";")[0].split())
            if not first and not current[0].startswith("."):
                first = current[0]
        elif re.match(r"\s*(?:export\s+)?\w+\s*[:?+]?=", line):
            assigned.append(line)
            current = []
    wanted, recipes, seen = list(targets) or [first], [], set()
    while wanted:
        name = wanted.pop()
        if name in rules and name not in seen:
            seen.add(name)
            recipes += rules[name][1]
            wanted += rules[name][0]
    return "\n".join(assigned + recipes)
