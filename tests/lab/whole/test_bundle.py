#!/usr/bin/env python3
"""A bundle fetches from the guest what the journal has only in part, and proves it.

    python3 tests/lab/whole/test_bundle.py

The journal takes the first 4 MiB of an output. No step of the lab writes that much, so a run's
journal is written again here as if an output had been larger: without its lines.
"""
import hashlib
import json
import unittest
import zipfile

import bed
import desk as desks
import states

STEP = "h-checks"


def without_output(journal, job):
    """The journal's lines but the outputs of one job, chained anew. What was left out, as bytes."""
    lines, left, before = [], b"", "0" * 64
    for line in journal.read_text().splitlines():
        event = json.loads(line)
        if event["type"] == "output" and event["data"]["job"] == job:
            left += event["data"]["text"].encode()
            continue
        event["seq"], event["prev"] = len(lines) + 1, before
        lines.append(json.dumps(event, ensure_ascii=False, separators=(",", ":")))
        before = hashlib.sha256(lines[-1].encode()).hexdigest()
    journal.write_text("\n".join(lines) + "\n")
    return left


class Bundle(unittest.TestCase):
    def test_what_stayed_in_the_guest_is_fetched_and_proven(self):
        vmid = bed.vmids()[0]
        desk, _ = states.migrated(vmid)
        job = [event["data"]["job"] for event in desk.events() if event["type"] == "begin" and event["data"]["step"] == STEP][-1]
        output = without_output(desk.journals()[-1], job)
        self.assertGreater(len(output), 1000)
        self.assertEqual(desk.do("record", "verify", "--vmid", vmid).code, desks.FAILED, "the record knows the journal as it was")
        self.assertEqual(desk.do("record", "--vmid", vmid).code, desks.SUCCEEDED)
        name = f"evidence/steps/{job}/output-whole.txt"

        done = desk.do("record", "bundle", "--no-fetch", "--vmid", vmid, "--output", desk.folder)
        self.assertEqual(done.code, desks.SUCCEEDED, done)
        with zipfile.ZipFile(done.named("bundle")[0]["path"]) as bundle:
            self.assertNotIn(name, bundle.namelist())
            self.assertIn(f"evidence/steps/{job}/output-elsewhere.txt", bundle.namelist())

        done = desk.do("record", "bundle", "--vmid", vmid, "--output", desk.folder)
        self.assertEqual(done.code, desks.SUCCEEDED, done)
        path = done.named("bundle")[0]["path"]
        with zipfile.ZipFile(path) as bundle:
            self.assertEqual(bundle.read(name), output)
            digest = hashlib.sha256(output).hexdigest()
            self.assertIn(f"{digest}  evidence/steps/{job}/output-whole.txt", bundle.read("SHA256SUMS").decode())
        self.assertEqual(desk.do("record", "verify", "--bundle", path).code, desks.SUCCEEDED)

        # What the guest has is not what the step wrote: it does not get in, and the bundle is made all the same.
        bed.guest(vmid, f"echo more >>/{bed.RUNS}/*/{job}/out")
        journal = desk.journals()[-1]
        journal.write_text("\n".join(line for line in journal.read_text().splitlines() if '"type":"fetched"' not in line) + "\n")
        without_output(journal, job)
        done = desk.do("record", "bundle", "--vmid", vmid, "--output", desk.folder)
        self.assertEqual(done.code, desks.SUCCEEDED, done)
        self.assertIn("evidence-differs", done.reason)
        with zipfile.ZipFile(done.named("bundle")[0]["path"]) as bundle:
            self.assertNotIn(name, bundle.namelist())


if __name__ == "__main__":
    unittest.main(verbosity=2)
