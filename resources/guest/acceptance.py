"""h-checks: every check of the acceptance that can be made inside the guest.

usage: acceptance.py NAME=VALUE…     panel_tag, panel_repo, openclaw_version, token_sha256, gateway_mode,
                                     node_bin, openclaw_bin, baseline_…

Each check is told as a fact; a check that breaks down itself is unknown, not passed. What
users change after the cutover is information and fails nothing.
"""

import sys
import traceback

import checks_data
import checks_gateway
import checks_http
import checks_panel
import checks_system
import step_io


class Checks:
    """Collects verdicts; `values` are what the step was given."""

    def __init__(self, values):
        self.values = values
        self.failed, self.unknown, self.warnings, self.count = [], [], [], 0
        self.shared = {}

    def tell(self, identifier, weight, verdict, expected, found):
        self.count += 1
        if verdict == "failed" and weight == "critical":
            self.failed.append(identifier)
        elif verdict == "unknown" and weight == "critical":
            self.unknown.append(identifier)
        elif verdict != "passed":
            self.warnings.append(identifier)
        step_io.check(identifier, weight, verdict, expected, found)

    def critical(self, identifier, good, expected, found):
        self.tell(identifier, "critical", "passed" if good else "failed", expected, found)

    def info(self, identifier, good, expected, found):
        """Not critical: what is not as expected is a warning."""
        self.tell(identifier, "info", "passed" if good else "warning", expected, found)

    def run(self, identifier, weight, check):
        """One check function; identifier and weight are for when it breaks down."""
        try:
            check(self)
        except Exception as error:  # whatever breaks in one check must not take the others along
            traceback.print_exc()
            self.tell(identifier, weight, "unknown", "the check runs", f"the check itself broke: {error}")


def main():
    checks = Checks(dict(pair.split("=", 1) for pair in sys.argv[1:]))
    for part in (checks_system, checks_http, checks_gateway, checks_panel, checks_data):
        for identifier, weight, check in part.ALL:
            checks.run(identifier, weight, check)
    step_io.fact("checks", checks.count)
    step_io.fact("critical_failed", len(checks.failed))
    step_io.fact("critical_unknown", len(checks.unknown))
    if checks.failed:
        step_io.fail("acceptance-failed", f"{len(checks.failed)} critical checks failed: {', '.join(checks.failed)}. "
                     "Docker's version is stopped and whole: roll back, or mend the cause and check again.")
    if checks.unknown:
        step_io.fail("acceptance-unknown", f"{len(checks.unknown)} critical checks could not be made: "
                     f"{', '.join(checks.unknown)}. Look at the output, then check again.")
    step_io.say(f"{checks.count} checks, none critical failed; to look at: {', '.join(checks.warnings) or 'nothing'}")


if __name__ == "__main__":
    main()
