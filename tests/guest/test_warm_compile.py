#!/usr/bin/env python3
"""What the warm-up compiles on several processors is, byte for byte, what OpenClaw compiles by itself.

    python3 tests/guest/test_warm_compile.py     needs root and two processors; brings up a lab of its own
"""
import unittest

from test_direct_stages import EARLY, Direct
from test_stages import VMIDS, setUpModule, tearDownModule  # noqa: F401

FORGET = "rm -rf /tmp/jiti /tmp/node-compile-cache"
ONE_PROCESSOR = """mkdir -p /run/systemd/system/openclaw-undock-warm-.service.d
printf '[Service]\\nCPUAffinity=0\\n' >/run/systemd/system/openclaw-undock-warm-.service.d/one.conf; systemctl daemon-reload"""


class Compiled(Direct):
    def cache(self):
        """Name → sum of each file that the warm-up left in jiti's cache."""
        answer, out = self.try_step("d-warm")
        self.assertEqual(answer["state"], "passed", out)
        self.assertEqual(answer.fact("warmed"), ["yes"], out)
        listed = self.desk.guest("cd /tmp/jiti && sha256sum *").splitlines()
        return {line.split(maxsplit=1)[1]: line.split()[0] for line in listed}, out.decode()

    def test_it_is_the_same(self):
        self.begin(VMIDS[0])
        self.go(EARLY, last="d-install")
        self.desk.guest(FORGET)
        at_once, said = self.cache()
        self.assertRegex(said, r"compiled at once: [1-9][0-9]+ files on [2-9][0-9]* processors")
        self.desk.guest(f"{FORGET}; {ONE_PROCESSOR}")
        alone, said = self.cache()
        self.assertNotIn("compiled at once", said)
        self.assertGreater(len(alone), 100)
        self.assertEqual({name: at_once.get(name) for name in alone}, alone)


if __name__ == "__main__":
    unittest.main()
