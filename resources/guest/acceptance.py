"""h-checks: every check of the acceptance that can be made inside the guest.

usage: acceptance.py NAME=VALUE…     panel_tag, panel_repo, openclaw_version, token_sha256, gateway_mode,
                                     steady_seconds, least_free_mib, node_bin, openclaw_bin, baseline_…

Each check is told as a fact: what was before, what is expected, what is found. What was broken
before is information; what worked and does not any more is critical. A check that breaks down
itself is unknown, not passed. What users change after the cutover fails nothing.
"""

import concurrent.futures
import sys
import traceback

import behaviour
import checks_data
import checks_gateway
import checks_http
import checks_panel
import checks_system
import step_io


class Checks:
    """Collects verdicts; `values` are what the step was given, `before` what the scan saw."""

    def __init__(self, values, before=None):
        self.values, self.rows, self.shared = values, [], {}
        self.before = before or behaviour.load()

    def tell(self, identifier, weight, verdict, expected, found, before=""):
        self.rows.append((identifier, weight, verdict, expected, found, before))

    def critical(self, identifier, good, expected, found, before=""):
        self.tell(identifier, "critical", "passed" if good else "failed", expected, found, before)

    def info(self, identifier, good, expected, found, before=""):
        """Not critical: what is not as expected is a warning."""
        self.tell(identifier, "info", "passed" if good else "warning", expected, found, before)

    def run(self, identifier, weight, check):
        """One check function; identifier and weight are for when it breaks down."""
        try:
            check(self)
        except Exception as error:  # whatever breaks in one check must not take the others along
            traceback.print_exc()
            self.tell(identifier, weight, "unknown", step_io.phrase("the-check-runs"), step_io.phrase("check-itself-broke", error=error))


def carry_out(values, part):
    checks = Checks(values)
    for identifier, weight, check in part:
        checks.run(identifier, weight, check)
    return checks.rows


def rows(values, data=checks_data.ALL):
    """Each row, in the order of the parts. The parts wait for different things (a window over which the
    services must hold, a client's start, the disk), so they wait at the same time."""
    parts = [checks_system.ALL, checks_http.ALL, checks_gateway.ALL, checks_panel.ALL, data]
    with concurrent.futures.ThreadPoolExecutor(len(parts)) as pool:
        for told in pool.map(lambda part: carry_out(values, part), parts):
            yield from told
    # It writes the configuration: nothing else looks at the gateway meanwhile.
    yield from carry_out(values, checks_panel.LAST)


def tell_all(told):
    """(critical ones that failed, critical ones undecided, others to look at, how many there are)"""
    failed, unknown, warnings, count = [], [], [], 0
    for identifier, weight, verdict, expected, found, *before in told:
        count += 1
        if verdict == "failed" and weight == "critical":
            failed.append(identifier)
        elif verdict == "unknown" and weight == "critical":
            unknown.append(identifier)
        elif verdict != "passed":
            warnings.append(identifier)
        step_io.check(identifier, weight, verdict, expected, found, *before)
    return failed, unknown, warnings, count


def main():
    failed, unknown, warnings, count = tell_all(rows(dict(pair.split("=", 1) for pair in sys.argv[1:])))
    step_io.fact("checks", count)
    step_io.fact("critical_failed", len(failed))
    step_io.fact("critical_unknown", len(unknown))
    if failed:
        step_io.fail("acceptance-failed", step_io.phrase("critical-checks-failed", count=len(failed), checks=", ".join(failed)))
    if unknown:
        step_io.fail("acceptance-unknown", count=len(unknown), checks=", ".join(unknown))
    step_io.say(f"{count} checks, none critical failed; to look at: {', '.join(warnings) or 'nothing'}")


if __name__ == "__main__":
    main()
