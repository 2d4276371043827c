"""Which cases there are, and in which order."""
from dataclasses import dataclass

MOMENTS = ("before", "while", "after")
FAULTS = ("program-killed", "ssh-cut", "guest-rebooted", "qm-timeout-after-run", "agent-restarted", "disk-full",
          "sshd-restarted", "qm-cross-talk", "ssh-frozen", "qm-result-swallowed", "clock-jump")

# One sending: from the stop to the first start.
SWITCH = ("c-probe", "c-policy", "c-stop", "c-supplement", "c-manifest", "d-install", "d-warm", "e-copy", "e-environment",
          "e-adapt", "e-config", "e-place", "f-panel", "f-config", "g-units", "g-start")

# What the program is asked for, the state it begins from, and the steps that it then sends.
TASKS = {
    "migrate": ("before", ("b-archive", "b-verify")),
    "resume": ("place", (*SWITCH, "h-outage", "h-checks")),
    "delete-docker": ("accepted", ("i-save", "i-delete", "i-check")),
    "rollback": ("migrated", ("r-direct-stop", "r-snapshot", "r-docker-start", "r-verify", "r-outage")),
}
STEPS = tuple(step for _, steps in TASKS.values() for step in steps)


@dataclass(frozen=True)
class Spec:
    fault: str
    step: str
    moment: str

    @property
    def task(self) -> str:
        return next(task for task, (_, steps) in TASKS.items() if self.step in steps)

    @property
    def state(self) -> str:
        return TASKS[self.task][0]


def ordered() -> list[Spec]:
    """All, on diagonals: any beginning has faults, steps and moments in even parts."""
    faults, steps = len(FAULTS), len(STEPS)
    cases = []
    for turn in range(3 * faults):
        for at, step in enumerate(STEPS):
            # moments change with each whole round of the faults, and from step to step
            cases.append(Spec(FAULTS[(turn + 5 * at) % faults], step, MOMENTS[(turn // faults + at) % 3]))
    assert len(set(cases)) == faults * steps * 3
    return cases


def sample() -> list[Spec]:
    """At steps whose run is short, from states that the other tests have made: what every change is tried with."""
    return [Spec("program-killed", "r-docker-start", "while"), Spec("ssh-cut", "r-snapshot", "after"),
            Spec("qm-timeout-after-run", "i-save", "before"), Spec("agent-restarted", "i-delete", "while")]
