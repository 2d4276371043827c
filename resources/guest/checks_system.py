"""Acceptance: services, ports, processes, containers, boot, what must not have changed."""

import json
import os
import pwd
import subprocess
import time

import containers
import processes
import standing

GATEWAY, PANEL = "openclaw-gateway.service", "openclaw-panel.service"
CONTAINERS = containers.names()
DIRECT = ((28789, GATEWAY), (28080, PANEL))
FRONT = ((18789, "nginx.service"), (18080, "nginx.service"))  # nginx: of the procedure, where the scan did not look


def user_of(pid):
    try:
        return pwd.getpwuid(os.stat(f"/proc/{int(pid)}").st_uid).pw_name
    except (OSError, ValueError, KeyError):
        return "unknown"


def left_to_watch(states, window):
    """Seconds of the window that are still to be watched: g-start saw the same processes answer first."""
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
        checks.critical(f"services-sustained-{name}", good, f"running, one main process for at least {window:.0f} s",
                        f"{new.get('ActiveState')} ({new.get('SubState')}), process {old.get('MainPID')} then {new.get('MainPID')} "
                        f"of {user_of(new.get('MainPID', ''))}, "
                        f"restarts {old.get('NRestarts')} then {new.get('NRestarts')}")


def listening(found):
    return ", ".join(sorted({f"{name} ({owner or 'no unit'}) on {address}" for address, _, name, owner in found})) or "nobody listens"


def listeners(checks):
    """The direct ports are the units'; the front's belong to whom they belonged."""
    for port, unit in DIRECT:
        found = processes.listeners(port)
        good = bool(found) and all(owner == unit and address in ("127.0.0.1", "::1") for address, _, _, owner in found)
        before = checks.before.part("ports", port, "listeners")
        checks.critical(f"listeners-{port}", good, f"{unit} on loopback only", listening(found), listened(before))
    for port, unit in FRONT:
        found, before = processes.listeners(port), checks.before.part("ports", port, "listeners")
        if before is None:
            checks.critical(f"listeners-{port}", bool(found) and all(owner == unit for *_, owner in found), unit, listening(found))
        elif not before:
            checks.tell(f"listeners-{port}", "info", "passed", "nobody listened before either", listening(found), listened(before))
        else:
            units, names = {owner for _, owner in before} - {""}, {name for name, _ in before}
            good = bool(found) and all(owner in units or name in names for _, _, name, owner in found)
            checks.critical(f"listeners-{port}", good, f"{listened(before)}, as before", listening(found), listened(before))


def listened(before):
    """What the scan saw: [[process, unit]]."""
    if before is None:
        return ""
    return ", ".join(f"{name} ({owner or 'no unit'})" for name, owner in before) or "nobody listens"


def one_gateway(checks):
    found = processes.gateways()
    told = ", ".join(f"{place} ({len(pids)} processes)" for place, pids in sorted(found.items()))
    checks.critical("one-gateway", list(found) == [GATEWAY], f"only {GATEWAY}", told or "no gateway")


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
        checks.tell("docker-stopped-policy-no", "critical", "unknown", "both stopped, policy no", "Docker's daemon does not answer")
        return
    found = {name: inspect(name) for name in CONTAINERS}
    told = "; ".join(f"{name} {one['State']['Status']}, policy {one['HostConfig']['RestartPolicy']['Name'] or 'no'}"
                     if one else f"{name} is gone" for name, one in found.items())
    good = all(one is None or not one["State"]["Running"] and one["HostConfig"]["RestartPolicy"]["Name"] in ("no", "")
               for one in found.values())
    checks.critical("docker-stopped-policy-no", good, "no container runs or would come back", told)


def enabled(checks):
    states = processes.unit_states(GATEWAY, PANEL)
    told = ", ".join(f"{unit} {states.get(unit, {}).get('UnitFileState', 'unknown')}" for unit in (GATEWAY, PANEL))
    checks.critical("enabled-on-boot", all(states.get(unit, {}).get("UnitFileState") == "enabled" for unit in (GATEWAY, PANEL)),
                    "both enabled", told)


def user_units(checks):
    """A user unit of the same name would start a second gateway at the next boot or login."""
    wants = [path for path in ("/root/.config/systemd/user/default.target.wants/openclaw-gateway.service",
                               "/etc/systemd/user/default.target.wants/openclaw-gateway.service") if os.path.lexists(path)]
    checks.info("no-user-unit", not wants, "no user unit of OpenClaw is enabled", ", ".join(wants) or "none")


def disk(checks):
    least = int(checks.values["least_free_mib"])
    free = min(os.statvfs(path).f_bavail * os.statvfs(path).f_frsize for path in ("/", "/root")) >> 20
    checks.info("disk-space", free >= least, f"at least {least} MiB free", f"{free} MiB free")


ALL = [("services-sustained", "critical", sustained), ("listeners", "critical", listeners),
       ("one-gateway", "critical", one_gateway), ("docker-stopped-policy-no", "critical", containers_stopped),
       ("enabled-on-boot", "critical", enabled), ("no-user-unit", "info", user_units), ("disk-space", "info", disk)]
