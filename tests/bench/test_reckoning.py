#!/usr/bin/env python3
"""How the bench reckons: outages from gaps, medians, verdicts. Needs no lab."""
import json
import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parent))
import migration  # noqa: E402
import results  # noqa: E402


def table(**values):
    rows = [{"metric": m, "case": c, "way": w, "median": v, "unit": "s", "commit": "x"}
            for (m, c, w), v in values["rows"].items()]
    return results.Table(rows)


def goal(found, words):
    return next(g for g in results.goals(found) if words in g.words)


class Reckoning(unittest.TestCase):
    def test_a_service_that_falls_over_again_was_not_up(self):
        self.assertEqual(migration.total([(10, 12), (13, 14.5)]), 3.5)

    def test_steps_side_by_side_count_once(self):
        self.assertEqual(migration.union([(0, 10), (2, 5), (9, 12), (20, 21)]), 13)

    def test_only_what_lies_in_the_outage_is_its_part(self):
        self.assertEqual(migration.inside((0, 10), [(4, 6), (9, 30)]), 3)
        self.assertEqual(migration.inside_union([("a", 0, 5), ("b", 4, 8), ("c", 50, 60)], (3, 7)), 4)

    def test_rows_are_medians_and_a_failure_is_a_row(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "bench.jsonl"
            found = results.Results(path)
            for value in (5.0, 1.0, 2.0):
                found.add("wall", "small", "script", value, "s")
            found.fail("large", "early", "the VM does not serve")
            rows = {(r["metric"], r["case"], r["way"]): r for r in map(json.loads, path.read_text().splitlines())}
            self.assertEqual(rows["wall", "small", "script"]["median"], 2.0)
            self.assertEqual(set(rows["wall", "small", "script"]) >= {"metric", "case", "way", "median", "unit", "commit"}, True)
            self.assertIsNone(rows["failed", "large", "early"]["median"])
            self.assertIn("FAILED: large, early: the VM does not serve", results.report(list(rows.values())))

    def test_a_whole_run_keeps_nothing_of_an_earlier_one(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "bench.jsonl"
            results.Results(path).add("wall", "small", "script", 1.0, "s")
            self.assertEqual(len(results.Results(path, keep=True).rows()), 1)
            self.assertEqual(results.Results(path).rows(), [])

    def test_a_ratio_above_its_goal_is_missed_and_says_why(self):
        found = table(rows={("outage_gateway", "small", "script"): 50.0, ("outage_gateway", "small", "early"): 10.0,
                            ("outage_part", "small c-stop", "early"): 4.0, ("outage_gateway", "small", "limit"): 6.0})
        missed = goal(found, "small: gateway's outage, early : script")
        self.assertIs(missed.met, False)
        self.assertIn("c-stop 4.0 s", missed.limit)
        self.assertIs(goal(found, "small: gateway's outage, early ≤ 5 s").met, True)

    def test_what_was_not_measured_is_not_met(self):
        found = table(rows={})
        self.assertTrue(all(g.met is None for g in results.goals(found)))


if __name__ == "__main__":
    unittest.main()
