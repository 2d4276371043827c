#!/usr/bin/env python3
"""A VM whose root lies to every question of the program, beside one that tells the truth."""
import os
import signal
import unittest
from pathlib import Path

import bed
import desk as desks
import judge

LIAR = Path(__file__).with_name("liar.py")
MOST_MIB = 300  # of the program, whatever it is told


def python_lies(vmid, mode):
    """The guest's python3 gives way to a liar wherever the job server is run by it."""
    bed.guest(vmid, f"""set -e
        real=$(readlink -f /usr/bin/python3); [ -e /root/python3.true ] || cp -P /usr/bin/python3 /root/python3.true
        case $real in */python3.[0-9]*) ;; *) real=$(ls /usr/bin/python3.[0-9]* | grep -E '3\\.[0-9]+$' | head -1) ;; esac
        cat >/root/liar.py <<'LIAR'
{LIAR.read_text()}LIAR
        rm -f /usr/bin/python3 /root/lies
        printf '%s\\n' '#!/bin/sh' "case \\"\\$*\\" in *job_server.py*) exec $real /root/liar.py {mode} 1 $real \\"\\$@\\" ;; esac" \
            "exec $real \\"\\$@\\"" >/usr/bin/python3
        chmod 755 /usr/bin/python3; python3 -c 'print(1)'""")


def python_is_true(vmid):
    bed.guest(vmid, "[ ! -e /root/python3.true ] || mv -f /root/python3.true /usr/bin/python3; rm -f /root/liar.py; python3 -c 1")


def stray_files(desk) -> list[str]:
    """What the program may have been led to write."""
    inside = [str(p) for p in desk.folder.rglob("*") if p.is_symlink() or "undock-escaped" in p.name]
    above = [str(p / "undock-escaped") for p in [*desk.folder.parents, Path("/tmp"), Path.home(), Path.cwd()]]
    return inside + [p for p in above if os.path.lexists(p)]


class HostileGuest(unittest.TestCase):
    def migrate_beside(self, mode):
        bed.up()
        bed.clean_node()
        liar, honest = bed.vmids()[:2]
        for vmid in (liar, honest):
            bed.before(vmid)
        self.addCleanup(python_is_true, liar)
        python_lies(liar, mode)
        desk = desks.Desk(f"hostile-guest-{mode}", mirror=True).forget()
        desk.folder.mkdir(parents=True)
        file = desk.folder / "queue.csv"
        file.write_text(f"vmid\n{liar}\n{honest}\n")
        run = desk.start("queue", "run", file, "--workers", 2)

        def journal_of(vmid):
            found = [p for p in desk.journals() if p.parent.name.startswith(f"{vmid}-")]
            return found[0].read_text(errors="replace") if found else ""
        # What was read of it may end its run soon: others are begun, as long as the honest one goes on.
        again, codes = None, []
        peak = 0

        def honest_is_through():
            nonlocal peak, again
            if not (again and again.alive):
                codes.append(again.wait(10).code if again else 0)
                again = desks.Desk(f"hostile-guest-{mode}-{len(codes)}", mirror=True).forget().start("scan", "--vmid", liar)
            try:
                status = Path(f"/proc/{run.process.pid}/status").read_text()
                peak = max([peak] + [int(line.split()[1]) // 1024 for line in status.splitlines() if line.startswith("VmHWM")])
            except OSError:
                pass
            return '"type":"finished"' in journal_of(honest) and str(honest) not in judge.cards() or not run.alive
        through = bed.wait_for(honest_is_through, 1800, 1)
        alive = run.alive
        again.signal(signal.SIGTERM)
        again.wait(120)
        run.signal(signal.SIGTERM)
        done = run.wait(120)
        lies = int(bed.guest(liar, "wc -l </root/lies || echo 0").split()[-1])
        print(f"{mode}: {lies} lies in {1 + len(codes)} runs, {peak} MiB at the most, {'stopped' if alive else 'ended'} with {done.code}")
        self.assertTrue(through, f"VM {honest} did not come to its end beside VM {liar}:\n{done}")
        self.assertGreater(lies, 3, "the VM hardly lied: this shows nothing")
        self.assertIn('"outcome":"migrated"', journal_of(honest))
        self.assertTrue(done.code >= 0 or (alive and done.code == -signal.SIGTERM), f"it crashed: {done}")
        self.assertEqual([code for code in codes if code < 0], [], "a scan of it crashed")
        self.assertLess(peak, MOST_MIB)
        self.assertEqual(stray_files(desk), [])
        self.assertEqual(judge.unlike_undisturbed(honest), [], f"VM {honest}")
        self.assertEqual([card for card in judge.cards() if str(honest) in card], [])

        # It tells the truth again: the desk reads what it kept, and gets the VM to a state that serves.
        python_is_true(liar)
        shown = desk.do("status")
        self.assertEqual(shown.code, desks.SUCCEEDED, shown)
        went_on = desk.resume(liar)
        if went_on.code != desks.SUCCEEDED:
            went_on = desk.roll_back(liar)
        self.assertGreaterEqual(went_on.code, 0, went_on)
        self.assertTrue(judge.docker_serves(liar) or judge.direct_serves(liar), went_on)

    def test_a_guest_that_says_anything(self):
        self.migrate_beside("anything")

    @unittest.skipUnless(bed.FULL, "in the full run: the same with the one lie that takes longest")
    def test_a_guest_whose_steps_never_end(self):
        self.migrate_beside("running")


if __name__ == "__main__":
    unittest.main(verbosity=2)
