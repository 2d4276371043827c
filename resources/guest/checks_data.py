"""Acceptance: the users' data, the source, and what the move must not have changed."""

import os
import stat

import baseline
import beneath
import lock_rule
import source_diff
import step_io
import tree
from layout import SRC_STATE as SOURCE, TARGET



def files_below(part, root):
    """(regular files, as the procedure's find counts them; how many of them are left-over locks, which are left out)."""
    count = locks = 0
    if not os.path.isdir(root):
        return 0, 0
    with beneath.Tree(root) as below:
        for parent, _, files in os.walk(os.path.join(root, part)):
            for name in files:
                path = os.path.join(parent, name)
                status, relative = os.lstat(path), os.fsencode(os.path.relpath(path, root))
                if stat.S_ISREG(status.st_mode):
                    count += 1
                    locks += lock_rule.is_lock(relative, status.st_size, lambda relative=relative: below.open_file(relative))
    return count, locks


def counts(checks):
    """The procedure's two counts. Proven is the copy elsewhere; after the cutover users write and delete: that is information."""
    for name, folder, what in (("sessions", "agents/main/sessions", step_io.phrase("session-files")),
                               ("workspace", "workspace", step_io.phrase("workspace-files"))):
        (old, locks), (new, fresh) = files_below(folder, SOURCE), files_below(folder, TARGET)
        moved, there = old - locks, new - fresh
        few = there * 2 < moved
        was = step_io.phrase("files-in-docker-with-locks", count=old, files=what, locks=locks) if locks else \
            step_io.phrase("files-in-docker", count=old, files=what)
        checks.info(f"{name}-count", not few, step_io.phrase("unless-users-changed-since", moved=moved),
                    step_io.phrase("files-and-locks", count=there, locks=fresh) if fresh else str(there), was)


def equality(checks):
    """Proven once, by manifest, before the first start; here is only looked up that it was."""
    found = step_io.kept("equal") if step_io.is_kept("equal") else step_io.phrase("no-proof")
    checks.critical("copy-equality", found == "yes", step_io.phrase("proven-before-first-start"), step_io.phrase("yes") if found == "yes" else found)


def source(checks):
    """The old data is what it was when the containers stopped: the way back leads there."""
    old = tree.load(source_diff.MANIFEST)
    lines, touched = source_diff.differences(old, tree.scan(old.roots, cache=old))
    source_diff.show(lines)
    if touched:
        found = step_io.phrase("entries-differ-and-times", count=len(lines), times=len(touched)) if lines else \
            step_io.phrase("all-equal-but-times", times=len(touched))
    else:
        found = step_io.phrase("entries-differ", count=len(lines)) if lines else step_io.phrase("all-equal")
    checks.critical("source-unchanged", not lines, step_io.phrase("entries-as-in-manifest", count=len(old.entries)),
                    found)


def unchanged(checks):
    """sshd, the front's configuration, the firewall and cron are not the move's business."""
    baseline.check(checks, {name: checks.values.get(f"baseline_{name}", "") for name in baseline.KINDS})


ALL = [("copy-equality", "critical", equality), ("source-unchanged", "critical", source), ("user-data-counts", "info", counts),
       ("baseline", "critical", unchanged)]
