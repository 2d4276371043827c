"""What every passage builds on: guests whose first start is warm.

OpenClaw compiles itself into a folder that a boot empties, and takes twenty seconds of both cores
for it. That is no fault's business: these guests find it there after each boot.
"""
import bed
import states

WARMTH = "/var/cache/lab-jiti"
WARM_UNIT = """set -e
cat >/etc/systemd/system/lab-warm.service <<'UNIT'
[Unit]
DefaultDependencies=no
After=local-fs.target systemd-tmpfiles-setup.service
Before=basic.target
[Service]
Type=oneshot
ExecStart=/bin/sh -c '[ ! -d /var/cache/lab-jiti ] || cp -a /var/cache/lab-jiti /tmp/jiti'
[Install]
WantedBy=basic.target
UNIT
systemctl enable --quiet lab-warm.service; sync
"""


def _archive():
    """Kept for lanes and runs to come; a stale one only means a cold start."""
    return bed.CHECKOUT / "build/bench/jiti.tar"


def _before(vmid) -> None:
    """The state "before" with that folder in it: what a first migration left, once there was one."""
    bed.before(vmid)
    bed.guest(vmid, WARM_UNIT)
    bed.quiet_source(vmid)
    if _archive().exists():
        _put_in(vmid)
    bed.keep(vmid, "before")


def _put_in(vmid) -> None:
    bed.lab("exec", vmid, "--", "tar", "-xf", "-", "-C", "/var/cache", stdin=_archive().read_bytes())
    bed.guest(vmid, f"rm -rf {WARMTH} /tmp/jiti; mv /var/cache/jiti {WARMTH}; cp -a {WARMTH} /tmp/jiti; sync")


def prepare(vmid) -> None:
    _before(vmid)
    states.migrated(vmid)
    if _archive().exists():
        return
    fresh = _archive().with_suffix(f".{bed.NAME}")
    fresh.write_bytes(bed.lab("exec", vmid, "--", "tar", "-cf", "-", "-C", "/tmp", "jiti").stdout)
    fresh.rename(_archive())
    _before(vmid)
    name = f"migrated-{states.build()}"
    bed.lab("restore", vmid, name)
    _put_in(vmid)
    bed.keep(vmid, name)
