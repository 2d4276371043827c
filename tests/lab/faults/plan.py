"""Which cases there are, in which order, and which of them are struck in one passage."""
import re
from dataclasses import dataclass
from pathlib import Path

MOMENTS = ("before", "while", "after")
FAULTS = ("program-killed", "ssh-cut", "guest-rebooted", "qm-timeout-after-run", "agent-restarted", "disk-full",
          "sshd-restarted", "qm-cross-talk", "ssh-frozen", "qm-result-swallowed", "clock-jump")

STEP_FILES = Path(__file__).resolve().parents[3] / "resources" / "steps"


def chain(name) -> tuple[str, ...]:
    """The steps of a chain in the procedure's order, as their headers say."""
    places = {}
    for path in STEP_FILES.glob("*.sh"):
        head = re.search(r"^#: place: (.*)$", path.read_text(encoding="utf-8"), re.MULTILINE)
        found = head and re.search(rf"(?:^|, )(?:procedure )?{name} (\d+)", head[1])
        if found:
            places[int(found[1])] = path.stem
    return tuple(step for _place, step in sorted(places.items()))


# Each line's sendings, in the order in which the program makes them: steps of one sending follow
# each other in the guest, whether or not anybody listens. The acceptance reads the outage first; the proof
# before a rollback and each step of a deletion are sent by themselves.
LINES = {
    "migration": (chain("backup"), chain("switch"), ("h-outage", *chain("acceptance"))),
    "deletion": tuple((step,) for step in chain("deletion")),
    "rollback": (chain("rollback")[:1], chain("rollback")[1:]),
}
STEPS = tuple(step for sendings in LINES.values() for sending in sendings for step in sending)

# How many steps lie between two faults of one passage, so that each finds the program at work
# again, and how many there are at most.
APART = {"migration": 3, "deletion": 1, "rollback": 2}
MOST_TOGETHER = 6
PREPARED = ("disk-full", "clock-jump")  # what is prepared in the guest does not survive its reboot


@dataclass(frozen=True)
class Spec:
    fault: str
    step: str
    moment: str

    @property
    def line(self) -> str:
        return next(name for name, sendings in LINES.items() if any(self.step in s for s in sendings))

    @property
    def place(self) -> int:
        return steps_of(self.line).index(self.step)

    @property
    def step_before(self) -> str | None:
        """The step that the same sending has before this one."""
        sending = next(s for s in LINES[self.line] if self.step in s)
        at = sending.index(self.step)
        return sending[at - 1] if at else None


def steps_of(line) -> list[str]:
    return [step for sending in LINES[line] for step in sending]


def ordered() -> list[Spec]:
    """All, on diagonals: any beginning has faults, steps and moments in even parts, and the first
    third has each fault at each step once."""
    faults, steps = len(FAULTS), len(STEPS)
    cases = []
    for turn in range(3 * faults):
        for at, step in enumerate(STEPS):
            # moments change with each whole round of the faults, and from step to step
            cases.append(Spec(FAULTS[(turn + 5 * at) % faults], step, MOMENTS[(turn // faults + at) % 3]))
    assert len(set(cases)) == faults * steps * 3
    return cases


DEFAULT = len(FAULTS) * len(STEPS)  # each fault at each step, at one of the moments


def go_together(one: Spec, other: Spec) -> bool:
    first, second = sorted((one, other), key=lambda spec: spec.place)
    faults = {one.fault, other.fault}
    if one.line != other.line or second.place - first.place < APART[one.line]:
        return False
    if "guest-rebooted" in faults and faults & set(PREPARED) or faults == set(PREPARED):
        return False
    # A frozen link is noticed after some twenty seconds; what the guest has by then it has done.
    same_sending = any(first.step in s and second.step in s for s in LINES[one.line])
    return not (first.fault == "ssh-frozen" and same_sending)


def passages(cases) -> list[list[Spec]]:
    """The cases in groups that one way through the guest meets one after the other."""
    found: list[list[Spec]] = []
    for case in cases:
        for passage in found:
            if len(passage) < MOST_TOGETHER and all(go_together(case, other) for other in passage):
                passage.append(case)
                break
        else:
            found.append([case])
    return [sorted(passage, key=lambda spec: spec.place) for passage in found]


def sample() -> list[Spec]:
    """What every change is tried with, from states that the other tests have made.

    Only faults of what the scripted guest stands for: the program killed at each call is `tst_lost_answers`.
    """
    return [Spec("qm-timeout-after-run", "i-save", "before"), Spec("agent-restarted", "i-delete", "while"),
            Spec("ssh-cut", "r-direct-stop", "while")]
