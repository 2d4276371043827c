"""What would stop a migration in its middle, or bring Docker's version back: made in the guest, and taken away as the findings say."""
import re

import bed
from field_life import VMID, write

UNIT = "[Service]\nType=oneshot\nRemainAfterExit=yes\n{}\n[Install]\nWantedBy=multi-user.target\n"
UP = "cd /opt/openclaw && docker compose up -d"
DEAD_MOUNT = """import ctypes, os
place = '/data/openclaw/workspace/dead'
os.makedirs(place)
handle = os.open('/dev/fuse', os.O_RDWR)
made = ctypes.CDLL(None, use_errno=True).mount(b'lab', place.encode(), b'fuse', 0, b'fd=%d,rootmode=40000,user_id=0,group_id=0' % handle)
raise SystemExit(os.strerror(ctypes.get_errno()) if made else None)  # whoever answered for it is gone now
"""


OLD_NODE = """#!/bin/sh
case "$*" in
--version | -v) echo v18.20.4 ;;
*openclaw*) echo "OpenClaw needs a newer node" >&2; exit 1 ;;
*) exec /usr/bin/node "$@" ;;
esac
"""


def boot_starters() -> None:
    """Each way in which a VM may bring Docker's version up by itself."""
    write("/etc/systemd/system/claw-up.service", UNIT.format("WorkingDirectory=/opt/openclaw\nExecStart=/usr/bin/docker compose up -d"))
    write("/opt/openclaw/Makefile", "DC = docker compose\n.PHONY: up\nup: check\n\t$(DC) up -d \\\n\t  --quiet-pull\ncheck:\n\t@true\n")
    write("/etc/systemd/system/claw-make.service", UNIT.format("ExecStart=/usr/bin/env make -C /opt/openclaw up"))
    write("/etc/systemd/system/claw-night.service", "[Service]\nType=oneshot\nExecStart=/usr/bin/docker restart openclaw-gateway\n")
    write("/etc/systemd/system/claw-night.timer", "[Timer]\nOnCalendar=03:30\n[Install]\nWantedBy=timers.target\n")
    write("/root/.config/systemd/user/claw-user.service", f"[Service]\nType=oneshot\nExecStart=/bin/sh -c '{UP}'\n[Install]\nWantedBy=default.target\n")
    write("/usr/local/bin/claw-begin", f"#!/bin/sh\n# for the VM's start\ncd /opt/openclaw && docker compose \\\n    -f docker-compose.yml \\\n    up -d\n", "755")
    write("/etc/cron.d/claw", "@reboot root /usr/local/bin/claw-begin\n")
    write("/etc/rc.local", f"#!/bin/sh\n({UP}) &\nexit 0\n", "755")
    bed.guest(VMID, "set -e; systemctl daemon-reload; systemctl enable --quiet claw-up claw-make claw-night.timer; mkdir -p /var/lib/systemd/linger; "
                    "touch /var/lib/systemd/linger/root; mkdir -p /root/.config/systemd/user/default.target.wants; "
                    "ln -s ../claw-user.service /root/.config/systemd/user/default.target.wants/")


# Where each is told to be, and what its finding says to do: (path that is named, cure, way back)
STARTERS = (
    ("/etc/systemd/system/claw-up.service", "systemctl disable --quiet claw-up", "systemctl enable --quiet claw-up"),
    ("/etc/systemd/system/claw-make.service", "systemctl disable --quiet claw-make", "systemctl enable --quiet claw-make"),
    ("/etc/systemd/system/claw-night.service", "systemctl disable --now --quiet claw-night.timer", "systemctl enable --now --quiet claw-night.timer"),
    ("/root/.config/systemd/user/claw-user.service", "rm /root/.config/systemd/user/default.target.wants/claw-user.service",
     "ln -s ../claw-user.service /root/.config/systemd/user/default.target.wants/"),
    ("/etc/cron.d/claw", "sed -i 's/^@/#@/' /etc/cron.d/claw", "sed -i 's/^#@/@/' /etc/cron.d/claw"),
    ("/etc/rc.local", "sed -i 's/^(/#(/' /etc/rc.local", "sed -i 's/^#(/(/' /etc/rc.local"),
)

# (code that blocks, what makes it, the cure as the finding has it)
OBSTACLES = (
    ("other-gateway", "mkdir -p /srv/second/state; chown 1000 /srv/second/state; sed -e 's/^name:.*/name: second/' -e '/^  panel:/,$d' -e 's/28789/38789/' "
     "-e 's/container_name: .*/container_name: second-gateway/' -e 's#/data/openclaw#/srv/second/state#' /opt/openclaw/docker-compose.yml >/srv/second/compose.yml; "
     "cp /opt/openclaw/.env /srv/second/; cd /srv/second; docker compose up -d 2>/dev/null",
     "docker update --restart=no second-gateway >/dev/null; docker stop -t 1 second-gateway >/dev/null"),
    ("place-is-mount", "mkdir -p /root/.openclaw /srv/disk; mount --bind /srv/disk /root/.openclaw", "umount /root/.openclaw; rmdir /root/.openclaw"),
    ("source-unreadable", "", "umount -l /data/openclaw/workspace/dead; rmdir /data/openclaw/workspace/dead"),
    ("port-taken", "systemd-run --quiet --unit squatter python3 -m http.server 28789 --bind $(hostname -I | cut -d' ' -f1)", "systemctl stop squatter"),
    ("compose-files-missing", "mv /opt/openclaw/docker-compose.yml /opt/openclaw/new.yml", "mv /opt/openclaw/new.yml /opt/openclaw/docker-compose.yml"),
    ("unit-masked", "systemctl mask --quiet openclaw-panel", "systemctl unmask --quiet openclaw-panel"),
    ("unit-dropin", "mkdir -p /etc/systemd/system/openclaw-gateway.service.d; printf '[Service]\\nUser=nobody\\n' >/etc/systemd/system/openclaw-gateway.service.d/own.conf",
     "rm -r /etc/systemd/system/openclaw-gateway.service.d; systemctl daemon-reload"),
    ("disk-short", "mount -o remount,size=32m /tmp", "mount -o remount,size=50% /tmp"),
    ("panel-is-link", "ln -s /srv/panel /opt/openclaw-panel", "rm /opt/openclaw-panel"),
)


def obstacles() -> None:
    bed.lab("exec", VMID, "--", "python3", "-c", DEAD_MOUNT)
    bed.guest(VMID, "\n".join(["set -e", *(f"( {made} )" for _, made, _ in OBSTACLES if made)]))
    # The first node that a shell finds is too old for OpenClaw, not for npm; another will suit.
    write("/usr/local/bin/node", OLD_NODE, "755")


def told_of(found, code) -> list[str]:
    return [text for level, one, text in found if (level, one) == ("blocks", code)]


def named(texts, path) -> list[str]:
    return [text for text in texts if re.match(re.escape(path) + r"\W", text)]
