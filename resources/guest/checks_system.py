"""Acceptance: services, ports, processes, containers, boot, what must not have changed."""

import json
import os
import pwd
import subprocess
import time

import containers
import layout
import processes
import standing
from step_io import phrase, phrases
from layout import GATEWAY_UNIT as GATEWAY, PANEL_UNIT as PANEL

CONTAINERS = containers.names()
DIRECT = ((layout.GATEWAY_PORT, GATEWAY), (layout.PANEL_PORT, PANEL))
FRONT = ((layout.FRONT_GATEWAY_PORT, "nginx.service"), (layout.FRONT_PANEL_PORT, "nginx.service"))  # nginx: of the procedure, where the scan did not look


# Words of Docker and systemd that stand in a sentence of ours.
STATES = {"running": phrase("running"), "exited": phrase("exited"), "created": phrase("created"), "enabled": phrase("enabled"),
          "disabled": phrase("disabled"), "active": phrase("active")}


def user_of(pid):
    try:
        return pwd.getpwuid(os.stat(f"/proc/{int(pid)}").st_uid).pw_name
    except (OSError, ValueError, KeyError):
        return "unknown"


def left_to_watch(states, window):
    """Seconds of the window that are still to be watched: the first start saw the same processes answer first."""
    now = time.monotonic()
    moments = [standing.since(unit, states.get(unit, {}).get("MainPID"), states.get(unit, {}).get("NRestarts"))
               for unit in (GATEWAY, PANEL)]
    if None in moments:
        return window
    return min(window, max(0.0, window - (now - max(moments))))


def sustained(checks):
    """Same main process and no restart over a window; and up for some time before."""
    window = float(checks.values["steady_seconds"])
    before = processes.unit_states(GATEWAY, PANEL)
    time.sleep(left_to_watch(before, window))
    after = processes.unit_states(GATEWAY, PANEL)
    for name, unit in (("gateway", GATEWAY), ("panel", PANEL)):
        old, new = before.get(unit, {}), after.get(unit, {})
        good = new.get("ActiveState") == "active" and new.get("SubState") == "running" and new.get("MainPID") != "0" and \
            all(old.get(key) == new.get(key) for key in ("MainPID", "NRestarts"))
        checks.critical(f"services-sustained-{name}", good, phrase("running-one-main-process", window=f"{window:.0f}"),
                        phrase("service-process-restarts", active=STATES.get(new.get("ActiveState"), new.get("ActiveState")),
                               sub=STATES.get(new.get("SubState"), new.get("SubState")), old_process=old.get("MainPID"),
                               process=new.get("MainPID"), owner=user_of(new.get("MainPID", "")), old_restarts=old.get("NRestarts"),
                               restarts=new.get("NRestarts")))


def listening(found):
    return phrases(sorted({phrase("listener", name=name, unit=owner or phrase("no-unit"), address=address)
                           for address, _, name, owner in found})) or phrase("nobody-listens")


def listeners(checks):
    """The direct ports are the units'; the front's belong to whom they belonged."""
    for port, unit in DIRECT:
        found = processes.listeners(port)
        good = bool(found) and all(owner == unit and address in ("127.0.0.1", "::1") for address, _, _, owner in found)
        before = checks.before.part("ports", port, "listeners")
        checks.critical(f"listeners-{port}", good, phrase("loopback-only", unit=unit), listening(found), listened(before))
    for port, unit in FRONT:
        found, before = processes.listeners(port), checks.before.part("ports", port, "listeners")
        if before is None:
            checks.critical(f"listeners-{port}", bool(found) and all(owner == unit for *_, owner in found), unit, listening(found))
        elif not before:
            checks.tell(f"listeners-{port}", "info", "passed", phrase("nobody-listened-before-either"), listening(found), listened(before))
        else:
            units, names = {owner for _, owner in before} - {""}, {name for name, _ in before}
            good = bool(found) and all(owner in units or name in names for _, _, name, owner in found)
            checks.critical(f"listeners-{port}", good, phrase("same-as-before", before=listened(before)), listening(found), listened(before))


def listened(before):
    """What the scan saw: [[process, unit]]."""
    if before is None:
        return ""
    return phrases(phrase("process-of-unit", name=name, unit=owner or phrase("no-unit")) for name, owner in before) or phrase("nobody-listens")


def one_gateway(checks):
    found = processes.gateways()
    told = phrases(phrase("gateway-processes", place=place, count=len(pids)) for place, pids in sorted(found.items()))
    checks.critical("one-gateway", list(found) == [GATEWAY], phrase("only", gateway=GATEWAY), told or phrase("no-gateway"))


def run(*command, timeout=60):
    return subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                          timeout=timeout, check=False)


def inspect(name):
    """The container as Docker sees it, None when it is gone."""
    answer = run("docker", "container", "inspect", name)
    return json.loads(answer.stdout)[0] if answer.returncode == 0 else None


def containers_stopped(checks):
    reachable = run("docker", "version").returncode == 0
    if not reachable:
        checks.tell("docker-stopped-policy-no", "critical", "unknown", phrase("both-stopped-policy-no"), phrase("docker-daemon-silent"))
        return
    found = {name: inspect(name) for name in CONTAINERS}
    told = phrases(phrase("container-state-policy", name=name, state=STATES.get(one["State"]["Status"], one["State"]["Status"]),
                          policy=one["HostConfig"]["RestartPolicy"]["Name"] or "no")
                   if one else phrase("is-gone", name=name) for name, one in found.items())
    good = all(one is None or not one["State"]["Running"] and one["HostConfig"]["RestartPolicy"]["Name"] in ("no", "")
               for one in found.values())
    checks.critical("docker-stopped-policy-no", good, phrase("no-container-runs-or-would"), told)


def enabled(checks):
    states = processes.unit_states(GATEWAY, PANEL)
    told = phrases(phrase("unit-and-state", unit=unit, state=STATES.get(state, state)) for unit, state in
                   ((unit, states.get(unit, {}).get("UnitFileState", "unknown")) for unit in (GATEWAY, PANEL)))
    checks.critical("enabled-on-boot", all(states.get(unit, {}).get("UnitFileState") == "enabled" for unit in (GATEWAY, PANEL)),
                    phrase("both-enabled"), told)


def user_units(checks):
    """A user unit of the same name would start a second gateway at the next boot or login."""
    wants = [path for path in (f"/root/.config/systemd/user/default.target.wants/{layout.GATEWAY_UNIT}",
                               f"/etc/systemd/user/default.target.wants/{layout.GATEWAY_UNIT}") if os.path.lexists(path)]
    checks.info("no-user-unit", not wants, phrase("no-user-unit-enabled"), ", ".join(wants) or phrase("none"))


def disk(checks):
    least = int(checks.values["least_free_mib"])
    free = min(os.statvfs(path).f_bavail * os.statvfs(path).f_frsize for path in ("/", "/root")) >> 20
    checks.info("disk-space", free >= least, phrase("least-mib-free", least=least), phrase("mib-free", free=free))


ALL = [("services-sustained", "critical", sustained), ("listeners", "critical", listeners),
       ("one-gateway", "critical", one_gateway), ("docker-stopped-policy-no", "critical", containers_stopped),
       ("enabled-on-boot", "critical", enabled), ("no-user-unit", "info", user_units), ("disk-space", "info", disk)]
