"""A guest's whole life by the command line alone, with the default sources: moved, brought back from after the
start, moved again, checked, accepted, deleted. Each time it is judged from outside by what it was before."""
import time
import unittest

import bed
import desk as desks
import judge
import states

VMID = 102
PORTS = (28080, 28789, 18080, 18789)
# A guest's own PATH: an old node may come first in the one of a shell.
PLAIN_PATH = "PATH=/usr/sbin:/usr/bin:/sbin:/bin"

# The login is the lab's own, worth nothing outside; it passes through no command line.
ASK = r"""login=$(sed -nE 's/^user[ ]*:[ ]*(.+)/\1/p' /root/OPENCLAW_WEB_LOGIN.txt):$(sed -nE 's/^password[ ]*:[ ]*(.+)/\1/p' /root/OPENCLAW_WEB_LOGIN.txt)
[ "$login" != : ] || login=none:none
ask() { printf '%s ' "$1"; shift; curl -s -m 10 -o /dev/null -w '%{http_code}\n' -K - "$@" <<<"$options"; }
for port in PORTS; do for path in PATHS; do
    options= ask "$port$path" "http://127.0.0.1:$port$path"
    options="user = \"$login\"" ask "$port$path+login" "http://127.0.0.1:$port$path"
done; done
for port in 28789 18789; do
    options="user = \"$login\"" ask "$port+websocket" --http1.1 -m 2 -H 'Connection: Upgrade' -H 'Upgrade: websocket' \
        -H 'Sec-WebSocket-Version: 13' -H 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==' "http://127.0.0.1:$port/"
done
true
"""


def answers(paths=("/",)) -> dict:
    """{"port/path[+login]" or "port+websocket": HTTP status} of the VM."""
    script = ASK.replace("PORTS", " ".join(map(str, PORTS))).replace("PATHS", " ".join(paths))
    return {name: int(code) for name, code in (line.split() for line in bed.guest(VMID, script).splitlines())}


def policies() -> list[str]:
    return sorted(bed.guest(VMID, "docker ps -aq | xargs -r docker inspect -f '{{.Name}} {{.HostConfig.RestartPolicy.Name}}'").splitlines())


def chat(text, way, container="openclaw-gateway") -> str:
    """As judge.chat, where the container may have another name; the transcript's path in the guest."""
    script = (bed.CHECKOUT / "tests/lab/content/chat").read_text().replace('CONTAINER = "openclaw-gateway"', f'CONTAINER = "{container}"')
    return bed.said("exec", VMID, "--", "env", PLAIN_PATH, "python3", "-c", script, text, f"--{way}", limit=240).strip()


def write(path, text, mode="") -> None:
    bed.lab("exec", VMID, "--", "bash", "-c", f"mkdir -p {path.rsplit('/', 1)[0]} && cat >{path}" + (f" && chmod {mode} {path}" if mode else ""),
            stdin=text.encode() if isinstance(text, str) else text)


def findings(done) -> list[tuple[str, str, str]]:
    """(level, code, text) of what the steps told."""
    return [(one["level"], one["code"], one["text"]) for event in done.named("step-ended") for one in event.get("findings", [])]


def codes(done, level) -> set[str]:
    return {code for weight, code, _ in findings(done) if weight == level}


def rows(done) -> dict:
    """{identifier: row} of the last acceptance that was told."""
    told = done.named("acceptance")
    return {row["id"]: row for row in told[-1]["rows"]} if told else {}


class FieldLife(unittest.TestCase):
    maxDiff = 4000
    gateway, panel, others = "openclaw-gateway", "openclaw-panel", ()
    bystanders = ()  # another project's containers, which run whatever becomes of OpenClaw's
    paths = ("/", "/healthz", "/api/health")

    def begin(self, name):
        self.desk = states.before(VMID, f"field-{name}")
        bed.quiet_source(VMID)

    def names(self):
        return sorted([self.gateway, self.panel, *self.others])

    def wait_answering(self, wanted=None):
        """Until gateway and panel answer directly, whatever they say; or until all is answered as given."""
        def there():
            now = answers(self.paths)
            return now if (now == wanted if wanted else now["28080/"] and now["28789/"]) else None
        found = bed.wait_for(there, 300, 1)
        self.assertEqual(found or answers(self.paths), wanted or found, "it answers as it did")
        self.assertTrue(found, "gateway and panel answer")
        return found

    def look(self, words):
        """What is compared with later: answers, containers, a conversation."""
        self.seen = {"answers": self.wait_answering(), "policies": policies(), "words": words,
                     "file": chat(words, "docker", self.gateway).rsplit("/", 1)[1]}
        self.assertEqual(judge.containers(VMID, running_only=True), sorted([*self.names(), *self.bystanders]))
        self.source = judge.source(VMID)
        return self.seen["answers"]

    def migrate(self):
        done = self.desk.migrate(VMID)
        if done.code == desks.FAILED and "not-up" in done.reason:  # a machine with too much to do
            done = self.desk.resume(VMID)
        self.assertEqual(done.code, desks.SUCCEEDED, done)
        self.assertEqual([name for name, row in rows(done).items() if row["critical"] and row["verdict"] != "passed"], [], done)
        return done

    def direct_is_as_before(self, words):
        """The direct version answers as Docker's did, alone, and the old conversation goes on."""
        self.wait_answering(self.seen["answers"])
        self.assertEqual(judge.gateways(VMID), 1)
        running = judge.containers(VMID, running_only=True)
        self.assertEqual([name for name in running if name in (*self.names(), *self.bystanders)], sorted(self.bystanders))
        landed = chat(words, "direct")
        self.assertEqual(landed, f"/root/.openclaw/agents/main/sessions/{self.seen['file']}", "the old transcript goes on")
        text = bed.guest(VMID, f"cat {landed}")
        self.assertLess(text.index(self.seen["words"]), text.index(words))

    def back(self):
        """From after the start: Docker serves as before, nothing of its data changed, and what was said since is kept."""
        words = f"said directly, {time.time():.0f}"
        self.direct_is_as_before(words)
        done = self.desk.roll_back(VMID)
        self.assertEqual(done.code, desks.SUCCEEDED, done)
        self.docker_is_as_before()
        self.assertTrue(bed.guest(VMID, f"grep -rlF '{words}' /root --include='*.jsonl' || true").split(), "what was said since is kept")
        return done

    def docker_is_as_before(self):
        self.wait_answering(self.seen["answers"])
        self.assertEqual(judge.containers(VMID, running_only=True), sorted([*self.names(), *self.bystanders]))
        self.assertEqual(policies(), self.seen["policies"])
        self.assertEqual(judge.gateways(VMID), 1)
        self.assertEqual(judge.changed_source(self.source, judge.source(VMID)), [], "/data is what it was")
        self.assertIn(self.seen["words"], bed.guest(VMID, f"cat /data/openclaw/agents/main/sessions/{self.seen['file']}"))
        self.assertEqual(judge.holds(), [])

    def to_the_end(self):
        """Check, acceptance, deletion, a reboot."""
        self.direct_is_as_before(f"said before the deletion, {time.time():.0f}")
        self.assertEqual(judge.not_moved(VMID), [])
        for word, done in (("check", self.desk.check(VMID)), ("accept", self.desk.accept(VMID)), ("delete", self.desk.delete(VMID))):
            self.assertEqual(done.code, desks.SUCCEEDED, f"{word}: {done}")
        self.assertEqual([name for name in judge.containers(VMID) if name in self.names()], [])
        bed.reboot(VMID)
        self.direct_is_as_before(f"said after the reboot, {time.time():.0f}")
        self.assertEqual(judge.changed_source(self.source, judge.source(VMID)), [], "/data is what it was")
        self.assertEqual(judge.holds(), [])
