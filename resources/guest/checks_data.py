"""Acceptance: the users' data, the source, and what the move must not have changed."""

import os
import stat

import baseline
import source_diff
import step_io
import tree

SOURCE, TARGET = "/data/openclaw", "/root/.openclaw"


def files_below(folder):
    """Regular files, as the procedure's find counts them."""
    if not os.path.isdir(folder):
        return 0
    return sum(stat.S_ISREG(os.lstat(os.path.join(parent, name)).st_mode) for parent, _, files in os.walk(folder) for name in files)


def counts(checks):
    """The procedure's two counts. After the cutover users write and delete: that is information."""
    for name, folder in (("sessions", "agents/main/sessions"), ("workspace", "workspace")):
        old, new = files_below(f"{SOURCE}/{folder}"), files_below(f"{TARGET}/{folder}")
        vanished = old > 0 and new * 2 < old
        checks.info(f"{name}-count", not vanished, f"{old} as in the source, unless users changed it since", str(new))


def equality(checks):
    """Proven once, by manifest, before the first start; here is only looked up that it was."""
    found = step_io.kept("equal") if step_io.is_kept("equal") else "no proof"
    checks.critical("copy-equality", found == "yes", "proven before the first start", found)


def source(checks):
    """The old data is what it was when the containers stopped: the way back leads there."""
    old = tree.load(source_diff.MANIFEST)
    lines, touched = source_diff.differences(old, tree.scan(old.roots, cache=old))
    source_diff.show(lines)
    found = f"{len(lines)} differ" if lines else "all equal"
    checks.critical("source-unchanged", not lines, f"{len(old.entries)} entries as in the manifest",
                    found + (f", {len(touched)} with another time" if touched else ""))


def unchanged(checks):
    """sshd, nginx and the firewall are not the move's business."""
    now = baseline.all_hashes()
    for name in ("sshd", "nginx", "firewall"):
        before = checks.values.get(f"baseline_{name}", "")
        if not before:
            checks.tell(f"baseline-{name}", "info", "unknown", "as the scan found it", "the scan's value was not given")
            continue
        checks.critical(f"baseline-{name}", now.get(name) == before, f"sha256 {before}", f"sha256 {now.get(name)}")


ALL = [("copy-equality", "critical", equality), ("source-unchanged", "critical", source), ("user-data-counts", "info", counts),
       ("baseline", "critical", unchanged)]
