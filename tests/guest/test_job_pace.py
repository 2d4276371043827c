#!/usr/bin/env python3
"""When follow answers: at the end, at the pace that was asked for, at the latest when the wait is over. Time is given by the test."""
import unittest
from unittest import mock

from desk import job
from local_runtime import WAIT, Case, Clock, job_server, kill_unit, pack_of, store, until


class Paces(Case):
    """A step that runs until the test lets it go; what happens meanwhile happens at a second of the test's clock."""

    def setUp(self):
        super().setUp()
        self.clock = Clock()
        self.digest, data = pack_of({"01-b-one": job(WAIT)})
        self.desk.ask("start", self.run_name, 1, self.digest, 0, body=data)
        self.until_running("01-b-one")

    def says(self, text=b"news\n"):
        with open(self.path("01-b-one/out"), "ab") as file:
            file.write(text)

    def ends(self):
        self.let_go()
        until("the step's end", self.job("01-b-one").result)

    def asked(self, *words):
        """(seconds that it took, the state that was told)."""
        with self.clock.rules():
            answer = self.follow("01-b-one", *words)
        return self.clock.spent, answer["state"]

    def test_news_come_at_the_pace_asked_for(self):
        self.clock.at(0.5, self.says)
        self.assertEqual(self.asked(0, 20, 3), (3, "running"))

    def test_news_that_come_after_the_pace_are_told_at_once(self):
        self.clock.at(7, self.says)
        self.assertEqual(self.asked(0, 20, 3), (7, "running"))

    def test_what_the_desk_has_is_no_news(self):
        self.says(b"12345")
        self.assertEqual(self.asked(5, 20, 3), (20, "running"))

    def test_silence_lasts_as_long_as_asked(self):
        self.assertEqual(self.asked(0, 3, 1), (3, "running"))

    def test_who_does_not_want_to_wait_does_not(self):
        self.assertEqual(self.asked(0, 0, 0), (0, "running"))
        self.says()
        self.assertEqual(self.asked(0, 20, 0), (0, "running"))

    def test_the_end_is_told_at_once(self):
        self.clock.at(4, self.ends)
        self.assertEqual(self.asked(0, 25, 5), (4, "passed"))

    def test_a_supervisor_that_dies_is_noticed_within_a_second(self):
        self.clock.at(2.5, lambda: (kill_unit(self.job("01-b-one")), until("its end", store.lock_free)))
        spent, state = self.asked(0, 25, 5)
        self.assertEqual(state, "died")
        self.assertLessEqual(spent, 3.5)

    def test_one_that_is_dead_already_is_told_at_once(self):
        kill_unit(self.job("01-b-one"))
        until("its end", store.lock_free)
        with self.clock.rules():
            job_server.wait_for_news(self.job("01-b-one"), 0, 20, 5)
        self.assertEqual(self.clock.spent, 0)

    def test_whether_it_lives_is_asked_once_a_second(self):
        with mock.patch.object(store, "alive", wraps=store.alive) as asked, self.clock.rules():
            job_server.wait_for_news(self.job("01-b-one"), 0, 10, 5)
        self.assertEqual(self.clock.spent, 10)
        self.assertLessEqual(len(asked.mock_calls), 11)

    def test_a_start_tells_news_at_a_pace_of_five_seconds(self):
        self.says()
        with self.clock.rules():
            self.desk.ask("start", self.run_name, 1, self.digest, 20)
        self.assertEqual(self.clock.spent, 5)


class Lingering(Case):
    """After a step's end the next ones have a moment to end as well."""

    def asked(self, clock, wait):
        with clock.rules():
            return self.follow("01-b-a", 0, wait, 5)

    def setUp(self):
        super().setUp()
        self.start({"01-b-a": job("true"), "02-b-b": job(WAIT), "03-b-c": job("true")})
        until("the first step's end", self.job("01-b-a").result)
        self.clock = Clock()

    def test_it_lasts_four_seconds(self):
        self.assertEqual(self.asked(self.clock, 20).get("also"), None)
        self.assertEqual(self.clock.spent, 4)

    def test_it_ends_with_the_last_step(self):
        def end():
            self.let_go()
            until("the last step's end", self.job("03-b-c").result)
        self.clock.at(1, end)
        answer = self.asked(self.clock, 20)
        self.assertEqual((self.clock.spent, [key for key, _ in answer.lines].count("also")), (1, 2))

    def test_who_does_not_want_to_wait_does_not(self):
        self.asked(self.clock, 0)
        self.assertEqual(self.clock.spent, 0)

    def test_the_end_of_one_does_not_end_the_wait_for_the_next(self):
        self.let_go()
        until("the last step's end", self.job("03-b-c").result)
        result = self.path("03-b-c/result")
        text = result.read_text()
        result.unlink()
        self.clock.at(2, lambda: result.write_text(text))
        with self.clock.rules():
            job_server.linger(self.job("01-b-a"))
        self.assertEqual(self.clock.spent, 2)


if __name__ == "__main__":
    unittest.main(verbosity=2)
