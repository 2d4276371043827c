"""Scan: what calls Docker for the containers that are moved, and whether it does so by itself.

What brings Docker's version up at boot or on a schedule would run it beside the direct one; what removes
stopped containers or their images would take the way back. Both stop the migration, with what to do. What
only uses the containers, or waits for a person to call it, is told.
"""

import glob
import os
import re

import containers
import docker_calls
import layout
from scan_tools import read, run
from step_io import finding, listed, phrase, show

ROOT = ""  # for the tests: a folder in place of /
LARGEST = 1 << 20
DEEPEST = 3
MOST_FOLLOWED = 100
CRON_NAME = re.compile(r"[A-Za-z0-9_-]+\Z")
UNIT_FOLDERS = ("/etc/systemd/system", "/run/systemd/system", "/usr/local/lib/systemd/system", "/lib/systemd/system", "/usr/lib/systemd/system")
USER_UNIT_FOLDERS = ("/etc/systemd/user", "/usr/lib/systemd/user", "/root/.config/systemd/user", "/root/.local/share/systemd/user",
                     "/home/*/.config/systemd/user", "/home/*/.local/share/systemd/user")
# Run by something else than a person, when it pleases.
HOOKS = {"at boot": ("/etc/network/if-up.d/*", "/etc/network/interfaces", "/etc/NetworkManager/dispatcher.d/*", "/etc/networkd-dispatcher/*/*",
                     "/etc/dhcp/dhclient-exit-hooks.d/*", "/etc/udev/rules.d/*", "/etc/supervisor/conf.d/*", "/etc/supervisord.conf",
                     "/etc/monit/monitrc", "/etc/monit/conf.d/*", "/etc/monit/conf-enabled/*", "/etc/monit.d/*"),
         phrase("on-a-schedule"): ("/etc/cron.hourly/*", "/etc/cron.daily/*", "/etc/cron.weekly/*", "/etc/cron.monthly/*", "/etc/logrotate.d/*",
                           "/etc/letsencrypt/renewal-hooks/*/*", "/etc/apt/apt.conf.d/*", "/var/spool/cron/atjobs/*")}
# Called by a person.
OTHERS = ("/usr/local/bin/*", "/usr/local/sbin/*", "/root/*.sh", "/root/bin/*", "/opt/*.sh", f"{layout.COMPOSE_DIR}/*.sh", "/etc/profile", "/etc/profile.d/*",
          "/root/.bashrc", "/root/.bash_aliases", "/root/.bash_profile", "/root/.profile", "/home/*/.bashrc", "/home/*/.profile", "/etc/update-motd.d/*")
RC_LOCAL = "rc-local.service"
PROGRAM_PLACES = ("/usr/local/sbin", "/usr/local/bin", "/root/bin")
DOCKERS_OWN = re.compile(r"(?:docker|docker\.io|containerd|docker-[0-9a-f]{64})(?:\.service|\.socket|\.scope)?\Z")


def found(pattern):
    """The files of a pattern, as paths of the guest."""
    return sorted(path[len(ROOT):] for path in glob.glob(ROOT + pattern))


def text_of(path):
    """A file's text, "" for what is none (a program, a folder, a link to nowhere)."""
    if not os.path.isfile(ROOT + path) or os.path.getsize(ROOT + path) > LARGEST or b"\0" in read(ROOT + path, 1024):
        return ""
    return read(ROOT + path).decode("utf-8", "surrogateescape")


class Source:
    """A text that something runs: when ("" where a person does), and how to keep it from that."""

    def __init__(self, path, text, when="", unit="", user=False, line=0, folder=""):
        self.path, self.text, self.when, self.unit, self.user, self.line, self.folder = path, text, when, unit, user, line, folder


# -- what runs by itself --

def crontabs():
    for path in ["/etc/crontab", "/etc/anacrontab", *found("/etc/cron.d/*"), *found("/var/spool/cron/crontabs/*"), *found("/var/spool/cron/root")]:
        if path.startswith("/etc/cron.d/") and not CRON_NAME.match(os.path.basename(path)):
            continue  # cron leaves such names out
        for number, line in docker_calls.logical_lines(text_of(path)):
            yield Source(path, line, phrase("at-boot") if "@reboot" in line else phrase("on-a-schedule"), line=number)


def hooks():
    for when, patterns in HOOKS.items():
        for pattern in patterns:
            for path in found(pattern):
                if not pattern.startswith("/etc/cron.") or (CRON_NAME.match(os.path.basename(path)) and os.access(ROOT + path, os.X_OK)):
                    yield Source(path, text_of(path), when)
    if os.access(ROOT + "/etc/rc.local", os.X_OK):
        yield Source("/etc/rc.local", text_of("/etc/rc.local"), "at boot")
    for path in found("/etc/init.d/*"):
        if not DOCKERS_OWN.match(os.path.basename(path)) and found(f"/etc/rc[2-5S].d/S??{glob.escape(os.path.basename(path))}"):
            yield Source(path, text_of(path), "at boot")


class Units:
    """The units of one manager (the system's, or users')."""

    def __init__(self, folders, user):
        self.user, self.files, self.wanted = user, {}, set()
        self.states = {}
        for folder in [one for pattern in folders for one in (found(pattern) if "*" in pattern else [pattern])]:
            for path in found(folder + "/*"):
                name = os.path.basename(path)
                if re.search(r"\.(?:service|timer|path|socket)\Z", name):
                    self.files.setdefault(name, path)
            for path in found(folder + "/*.wants/*") + found(folder + "/*.requires/*"):
                self.wanted.add(os.path.basename(path))
        self.folders = folders

    def dropins(self, name):
        return [path for folder in self.folders for base in {name, re.sub(r"@.*\.", "@.", name)} for path in found(f"{folder}/{glob.escape(base)}.d/*.conf")]

    def text(self, name):
        file = self.files.get(name) or self.files.get(re.sub(r"@.*\.", "@.", name), "")
        return "\n".join([text_of(file) if file else "", *map(text_of, self.dropins(name))])

    def commands(self, text):
        """(the Exec lines of a unit, the folder that they run in)."""
        lines = [line for _, line in docker_calls.logical_lines(text)]
        folder = next((line.split("=", 1)[1].strip().lstrip("-") for line in lines if re.match(r"\s*WorkingDirectory\s*=", line)), "/")
        return "\n".join(line for line in lines if re.match(r"\s*Exec\w+\s*=", line)), folder

    def ask(self, names):
        """What systemd itself says of them: links are not the only way to be started."""
        if self.user or not names or ROOT:
            return
        _, answer = run("systemctl", "show", "--property=Id,ActiveState,WantedBy,RequiredBy,UpheldBy,TriggeredBy", "--", *names)
        for block in answer.decode("utf-8", "replace").strip().split("\n\n"):
            fields = dict(line.split("=", 1) for line in block.splitlines() if "=" in line)
            self.states[fields.get("Id", "")] = fields

    def when(self, name):
        """When it runs by itself, or ""."""
        state = self.states.get(name, {})
        triggers = {one for one in self.files if one.endswith((".timer", ".path", ".socket")) and one in self.wanted
                    and (one.rsplit(".", 1)[0] == name.rsplit(".", 1)[0] or re.search(rf"^\s*Unit\s*=\s*{re.escape(name)}\s*$", text_of(self.files[one]), re.M))}
        if triggers or state.get("TriggeredBy"):
            return phrase("on-a-schedule")
        if name in self.wanted or any(state.get(key) for key in ("WantedBy", "RequiredBy", "UpheldBy")):
            return "at boot"
        # One that stands as "active (exited)" runs its ExecStop when the VM is switched off.
        return phrase("when-vm-switched-off") if state.get("ActiveState") == "active" else ""

    def sources(self):
        names = {name for name in [*self.files, *self.wanted] if name.endswith(".service")}
        names |= {os.path.basename(os.path.dirname(path)).removesuffix(".d") for folder in self.folders for path in found(f"{folder}/*.service.d/*.conf")}
        texts = {name: text for name in sorted(names) if "Exec" in (text := self.text(name))}
        self.ask([name for name in texts if "@." not in name])
        for name, text in texts.items():
            if name == RC_LOCAL:
                continue  # what it runs is looked at by itself; it is started only for that, and cannot be disabled
            if DOCKERS_OWN.match(name):
                text = "\n".join(map(text_of, self.dropins(name)))
            commands, folder = self.commands(text)
            if commands:
                if DOCKERS_OWN.match(name):
                    yield Source(self.dropins(name)[0], commands, "at boot", folder=folder)
                else:
                    yield Source(self.files.get(name) or (self.dropins(name) or [name])[0], commands, self.when(name), unit=name, user=self.user, folder=folder)


# -- what they come to --

def reached(source, deepest=DEEPEST):
    """[(where, call)] of a source's own calls and of what it calls in turn: scripts, Makefiles, units."""
    result, seen = [], set()

    def look(where, text, folder, depth):
        for call in docker_calls.calls(text, folder):
            result.append((where, call))
        if depth >= deepest:
            return
        for _, words, place in docker_calls.segments(text, folder):
            for path, further, its_folder in called(words, place):
                if (path, tuple(words)) not in seen and len(seen) < MOST_FOLLOWED:
                    seen.add((path, tuple(words)))
                    look(path, further, its_folder, depth + 1)

    look(source.path, source.text, source.folder, 0)
    return result


def called(words, folder):
    """[(path, text, folder)] of what a command calls."""
    for at, word in enumerate(words):
        if os.path.basename(word) in ("make", "gmake"):
            yield from made(words[at + 1:], folder)
            return
        if word == "systemctl" and {"start", "restart", "reload-or-restart"} & set(words):
            units = Units(UNIT_FOLDERS, False)
            for name in words[at + 1:]:
                name = name if "." in name else name + ".service"
                if name in units.files and not DOCKERS_OWN.match(name):
                    yield units.files[name], *units.commands(units.text(name))
            return
        if word == "run-parts":
            for path in found(words[-1] + "/*") if not words[-1].startswith("/etc/cron.") else ():  # those are looked at by themselves
                yield path, text_of(path), "/"
    for word in words:
        places = [os.path.normpath(os.path.join(folder, word))] if word.startswith("./") and folder else \
            [word] if word.startswith("/") else [f"{place}/{word}" for place in PROGRAM_PLACES] if re.fullmatch(r"[\w.-]+", word) else []
        if folder and word.endswith(".sh") and "/" not in word:
            places.append(os.path.join(folder, word))
        for path in places:
            if path.startswith(("/dev/", "/proc/", "/sys/")) or not (text := text_of(path)):
                continue
            # What packages bring is followed only where it speaks of Docker itself.
            if not path.startswith(("/bin/", "/sbin/", "/lib", "/usr/bin/", "/usr/sbin/", "/usr/lib")) or "docker" in text:
                yield path, text, folder
                break


def made(words, folder):
    """What make is asked to do."""
    name, targets, at = "", [], 0
    while at < len(words):
        if words[at] in ("-C", "--directory", "-f", "--file", "--makefile") and at + 1 < len(words):
            if words[at] in ("-C", "--directory"):
                folder = os.path.normpath(os.path.join(folder or "/", words[at + 1]))
            else:
                name = words[at + 1]
            at += 1
        elif words[at].startswith("-C"):
            folder = os.path.normpath(os.path.join(folder or "/", words[at][2:]))
        elif not words[at].startswith(("-", ">", "<", "2>")) and "=" not in words[at]:
            targets.append(words[at])
        at += 1
    for one in [name] if name else ["GNUmakefile", "makefile", "Makefile"]:
        path = os.path.join(folder, one)
        if text := text_of(path):
            yield path, docker_calls.make_text(text, targets), folder
            return


# -- what is told of them --

def place_of(source, where):
    line = f", line {source.line}" if source.line else ""
    return show(source.path) + line + (f" (by {show(where)})" if where != source.path else "")


def tell_raiser(source, place, call, removes):
    if source.unit and source.user:
        finding("blocks", "boot-caller", phrase("caller-at-boot-user", place=place, words=call.words, when=source.when,
                                                unit=show(source.unit)))
    elif source.unit and docker_calls.in_front(call):
        finding("blocks", "boot-caller", phrase("caller-stays", place=place, words=call.words, when=source.when, unit=show(source.unit)))
    elif source.unit and removes:
        finding("blocks", "boot-caller", phrase("caller-removes", place=place, words=call.words, when=source.when,
                                                unit=show(source.unit)))
    elif source.unit:
        finding("blocks", "boot-caller", phrase("caller-at-boot-unit", place=place, words=call.words, when=source.when, unit=show(source.unit)))
    else:
        finding("blocks", "boot-caller", phrase("caller-at-boot-file", place=place, words=call.words, when=source.when))


def tell(source, calls):
    """One finding a source: the worst that it does."""
    raisers = [(where, call) for where, call in calls if call.effect == "raises"]
    removers = [(where, call) for where, call in calls if call.effect == "removes"]
    listed("docker_caller", source.path)
    if source.when and raisers and source.when != phrase("when-vm-switched-off"):
        tell_raiser(source, place_of(source, raisers[0][0]), raisers[0][1], bool(removers))
    elif source.when and removers:
        where, call = removers[0]
        finding("blocks", "docker-remover", phrase("docker-remover", source=place_of(source, where), words=call.words, when=source.when))
    elif raisers:
        where, call = raisers[0]
        finding("attention", "docker-caller", phrase("caller-of-docker", source=place_of(source, where), words=call.words))
    else:
        words = ", ".join(sorted({call.words for _, call in calls}))
        finding("attention", "docker-caller", phrase("caller-of-container", source=place_of(source, calls[0][0]), words=words))


def ours(project):
    members = project.members()
    images = {(item.get("Config") or {}).get("Image") or "" for item in (project.gateway, project.panel) if item} - {""}
    return docker_calls.Ours(project.folder, project.files, project.name, project.services(), [containers.name_of(item) for item in members],
                             [item["Id"] for item in members], images)


def revivers(project):
    """Containers that start what was stopped."""
    for item in project.items:
        config = item.get("Config") or {}
        words = [*(item.get("Args") or []), *(config.get("Env") or [])]
        if "watchtower" in (config.get("Image") or "") and any(word == "--revive-stopped" or re.match(r"(?i)WATCHTOWER_REVIVE_STOPPED=(?:true|1)", word) for word in words):
            finding("blocks", "container-reviver", phrase("container-reviver", item=show(containers.name_of(item))))


def scan(docker):
    project = docker.project
    if project.gateway is None:
        return
    mine, told = ours(project), set()
    acting = [*crontabs(), *hooks(), *Units(UNIT_FOLDERS, False).sources(), *Units(USER_UNIT_FOLDERS, True).sources()]
    idle = [Source(path, text_of(path)) for pattern in OTHERS for path in found(pattern)]
    for source in [one for one in acting if one.when] + [one for one in acting if not one.when] + idle:
        if "docker" not in source.text and not source.when:
            continue
        calls = [(where, call) for where, call in (reached(source) if source.when else [(source.path, call) for call in docker_calls.calls(source.text, source.folder)])
                 if mine.meant(call)]
        # What a timer's script does is told of the timer, not of the script once more.
        if calls and (source.when or source.path not in told):
            told.update(where for where, _ in calls)
            tell(source, calls)
    revivers(project)
