"""What stage A finds of each failure that the stages C to G can end with, or why nothing can tell before.

check_asked_before.py holds this table against the steps. In a reason: whose fault it would be, or what
happens only then; and what is done about it when it happens.
"""

import typing


class Asked(typing.NamedTuple):
    findings: tuple = ()  # codes of stage A whose absence says that this will not fail for what can be known before
    reason: str = ""      # what remains


PROGRAM = "An error of the program, or of its order of steps: it depends on nothing in the guest."
BETWEEN = "It tells of a change between two steps; before the change there is nothing to ask."
CONTAINER = ("docker-missing", "docker-unreachable", "container-missing")
WRITERS = ("data-shared", "boot-caller")

TABLE = {
    # the program's own books
    "missing-parameter": Asked(reason=PROGRAM),
    "missing-state": Asked(reason="Left by an earlier step; gone only when the guest was put back by a snapshot. The run begins again from the backup."),
    "config-not-json": Asked(reason=PROGRAM),
    "not-staging": Asked(reason=PROGRAM),
    "not-proven": Asked(reason=PROGRAM),
    "no-manifest": Asked(reason=PROGRAM),
    "staging-missing": Asked(reason=BETWEEN),
    "not-placed": Asked(reason=BETWEEN),
    "unit-missing": Asked(reason=BETWEEN),
    "backup-gone": Asked(reason=BETWEEN),
    "step-aborted": Asked(("place-is-mount", "place-read-only", "place-immutable", "place-odd", "tools-missing", "python-incomplete"),
                          "A command that fails for a reason that is not known yet."),

    "copy-exists": Asked(reason="Only the way back keeps a folder so; no step of C to G does."),
    "no-such-backup": Asked(reason="Only putting back an earlier openclaw.json asks for one; no step of C to G does."),

    # Docker's side
    "docker-missing": Asked(("docker-missing",)),
    "docker-unreachable": Asked(("docker-unreachable",), "A daemon that stops answering later."),
    "no-containers": Asked(("container-missing",)),
    "container-missing": Asked(("container-missing",)),
    "container-changed": Asked(reason=BETWEEN + " It is asked just before the stop, and nothing is stopped."),
    "compose-files-gone": Asked(("compose-files-missing",), "It is asked again just before the stop, and nothing is stopped."),
    "policy-not-set": Asked(("container-autoremove", "container-swarm"), "Docker says so only when it is told to change it; nothing is stopped yet."),
    "still-running": Asked(("container-autoremove", "container-swarm", "boot-caller"), "Whether a process ends is seen only when it is asked to."),
    "port-still-taken": Asked(("port-taken",)),
    "containers-running": Asked(("boot-caller", "container-swarm"), "A person may start them."),
    "containers-ran-again": Asked(("boot-caller", "container-swarm"), "A person may start them; the data is then taken anew."),

    # the data
    "source-missing": Asked(("source-missing",)),
    "source-unreadable": Asked(("source-unreadable",), "A mount or a disk may fail later."),
    "source-moving": Asked(WRITERS, "Who writes to it from outside of Docker is seen only when nobody else does."),
    "source-changes": Asked(WRITERS, "Who writes to it from outside of Docker is seen only when nobody else does."),
    "device-file": Asked(("device-file",), "One may be made later."),
    "copy-differs": Asked(WRITERS + ("source-unreadable",), "That the copy is equal can be seen only of a copy."),
    "disk-full": Asked(("disk-short", "inodes-short")),
    "supplement-failed": Asked(("disk-short", "place-read-only")),
    "supplement-broken": Asked(("disk-short",), "What was written is read back only after it was written."),
    "config-is-link": Asked(("config-is-link", "config-unreadable"), BETWEEN),
    "config-changed": Asked(reason=BETWEEN + " It is read again, and the difference made again."),
    "panel-config-changed": Asked(reason=BETWEEN + " It is read again, and the difference made again."),

    # the installation
    "installer-busy": Asked(("installer-busy",), "Another may begin later; it is waited for."),
    "installer-unreachable": Asked(("installer-unreachable",), "The network may fail later."),
    "installer-odd": Asked(("installer-unreachable",), "What the address gives is seen only when it is fetched whole."),
    "installer-differs": Asked(("installer-differs",), "The address may give another later; it is not run then."),
    "installer-hung": Asked(("installer-busy", "registry-unreachable", "disk-short", "memory-low"), "A foreign program; it is ended after its time."),
    "installer-failed": Asked(("registry-unreachable", "version-unavailable", "disk-short", "place-read-only", "tools-missing"), "A foreign program, on a network that may fail later."),
    "node-missing": Asked(("registry-unreachable", "place-read-only"), "What the installer brings is seen when it has."),
    "node-too-old": Asked(("node-old",), "What the installer brings is seen when it has."),
    "node-vanished": Asked(reason=BETWEEN),
    "openclaw-missing": Asked(("version-unavailable", "node-old", "openclaw-shim"), "What the installer brings is seen when it has."),
    "openclaw-vanished": Asked(reason=BETWEEN),
    "wrong-version": Asked(("version-unavailable", "version-unknown"), "What the installer brings is seen when it has."),

    # the environment
    "environment-unproven": Asked(("service-trial",)),
    "environment-differs": Asked(("service-trial",), "What systemd makes of the file is seen only of the file; values that it cannot carry are left out and named."),
    "token-changed": Asked(("token-missing", "token-differs", "token-unresolved"), "Which token counts is proven with the environment as it is carried."),

    # the panel
    "panel-runs": Asked(("already-direct", "state-mixed")),
    "panel-is-link": Asked(("panel-is-link",)),
    "panel-unreachable": Asked(("panel-unreachable", "panel-tag-missing", "panel-source-limited"), "The network may fail later."),
    "panel-differs": Asked(("panel-differs",), "The address may give another later; it is not put in place then."),
    "panel-dependencies": Asked(("registry-unreachable", "disk-short", "place-read-only"), "Which packages it needs is told by the release itself."),
    "panel-broken": Asked(("panel-tag-missing",), "Whether the release parses is seen only of the release."),
    "release-broken": Asked(("panel-tag-missing",), "What the release holds is seen only when it is fetched."),
    "release-odd": Asked(("panel-tag-missing",), "What the release holds is seen only when it is fetched."),

    # units and the first start
    "unit-in-use": Asked(("already-direct", "state-mixed")),
    "unit-bad": Asked(("unit-masked", "unit-dropin")),
    "cutover-present": Asked(("already-direct", "state-mixed")),
    "cutover-of-another": Asked(("already-direct", "state-mixed")),
    "other-gateway": Asked(("other-gateway", "gateway-at-boot", "user-unit-enabled"), "One may be started later."),
    "port-taken": Asked(("port-taken",), "A program may take it later."),
    "not-up": Asked(("port-taken", "unit-masked", "unit-dropin", "config-broken", "memory-low"), "Whether it starts is seen when it does; then there is the way back."),
}
