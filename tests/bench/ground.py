"""The lab as the bench uses it: guests of one kind, states made once, a calm machine."""
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parents[1]
OUT = Path(os.environ.get("UNDOCK_BENCH_OUT") or CHECKOUT / "build/bench")
os.environ.setdefault("LAB_NAME", "bench")
os.environ["LAB_VARIANT"] = "plain"  # six VMs are to be alike
os.environ["UNDOCK_LAB_WORK"] = str(OUT / "work")
sys.path.insert(0, str(CHECKOUT / "tests/lab/whole"))
sys.path.insert(0, str(CHECKOUT / "tests/lab"))
import bed  # noqa: E402
from infra import cgroup  # noqa: E402
from infra.names import LabNames  # noqa: E402

QM_STARTUP = 0.7  # what starting qm's interpreter costs on a node of the field
QM_LOG = "/run/bench-qm.log"
BUSY = 0.25
LARGE_FILES, LARGE_BYTES = 20_000, 1 << 30

COUNT_QM = f"""set -e
[ -e /usr/sbin/qm.lab ] || mv /usr/sbin/qm /usr/sbin/qm.lab
cat >/usr/sbin/qm.new <<'SH'
#!/bin/sh
echo "$(date +%s%3N) $1 $2 $3" >>{QM_LOG}
exec /usr/sbin/qm.lab "$@"
SH
chmod 755 /usr/sbin/qm.new
mv /usr/sbin/qm.new /usr/sbin/qm
: >{QM_LOG}
"""

# Half of what users keep compresses well, half does not; the same bytes at every making.
GROW = f"""import os, random
random.seed(20260220)
noise = random.randbytes(4 << 20)
words = " ".join(random.choice(("heron", "lobster", "plan", "note", "会议", "today")) + str(random.randrange(999))
                 for _ in range(600000)).encode()
size = {LARGE_BYTES} // {LARGE_FILES}
for number in range({LARGE_FILES}):
    folder = f"/data/openclaw/workspace/grown/{{number % 200:03}}"
    os.makedirs(folder, exist_ok=True)
    pool = noise if number % 2 else words
    start = random.randrange(len(pool) - size)
    path = f"{{folder}}/file-{{number}}.dat"
    with open(path, "wb") as file:
        file.write(pool[start:start + size])
    os.chown(path, 1000, 1000)
"""


def say(text):
    print(f"bench: {text}", file=sys.stderr, flush=True)


def lab_names():
    return LabNames()


def up(guests):
    say(f"a lab of {guests} VM{'s' if guests > 1 else ''}")
    bed._leaders.clear()
    bed.lab("up", "--guests", guests, limit=2400)
    bed.node(COUNT_QM)
    bed.lab("faults", "node", f"startup={QM_STARTUP}")


def down():
    bed.lab("down", check=False, limit=300)


def make_small(vmid):
    """The field's size: some hundred files. The lab's one file of 200 MB is not like the field."""
    bed.guest(vmid, "rm -f /data/openclaw/workspace/kinds/large.bin && sync")
    bed.lab("save", vmid, "small")


def make_large(vmid):
    restore(vmid, "small")
    bed.lab("exec", vmid, "--", "python3", "-", stdin=GROW.encode(), limit=600)
    bed.guest(vmid, "sync")
    bed.lab("save", vmid, "large")


def restore(vmid, state):
    bed.lab("restore", vmid, state, "--serving", limit=600)


def restore_all(vmids, state):
    with ThreadPoolExecutor(3) as hands:
        list(hands.map(lambda vmid: restore(vmid, state), vmids))


def forget_runs():
    """No card, hold or mark of the run before on the node."""
    bed.node(f"rm -rf {bed.NODE_ROOT}; : >{QM_LOG}")


def _processor():
    fields = [int(word) for word in Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:]]
    return sum(fields[:8]), fields[3] + fields[4]


def machine_seconds():
    """Seconds that all cores together have worked since the machine started."""
    total, idle = _processor()
    return (total - idle) / os.sysconf("SC_CLK_TCK")


def busy(seconds=1.0):
    """The share of all cores that is in use."""
    total, idle = _processor()
    time.sleep(seconds)
    later, still = _processor()
    return 1 - (still - idle) / max(1, later - total)


def settle(limit=30):
    """Waits for a calm machine; how busy it still is."""
    end = time.monotonic() + limit
    share = busy()
    while share > BUSY and time.monotonic() < end:
        share = busy()
    return share


def size_of(vmid):
    """Bytes and files of what the backup archives."""
    text = bed.guest(vmid, "find /data/openclaw /data/panel /opt/openclaw -type f -printf '%s\\n' | awk '{s+=$1} END{print s, NR}'")
    total, files = text.split()
    return int(total), int(files)


def processor_seconds(vmid):
    """What everything in the guest used of the processor so far."""
    total = 0
    for line in (cgroup.path(lab_names().tag, vmid) / "cpu.stat").read_text().splitlines():
        if line.startswith("usage_usec "):
            total = int(line.split()[1]) / 1e6
    return total
