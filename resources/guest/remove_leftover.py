"""k-remove: one leftover goes, if at this moment nothing keeps it. Values: item (its path), seen (its identity)."""

import os
import shutil

import leftovers
import step_io


def move_out(item, parent):
    """Under a name that says what becomes of it; the name that it is removed by."""
    doomed = leftovers.REMOVING + item.name
    if os.path.lexists(f"{item.place}/{doomed}"):
        shutil.rmtree(doomed, dir_fd=parent)  # left by an interrupted try of an item of this name
    os.rename(item.name, doomed, src_dir_fd=parent, dst_dir_fd=parent)
    # What was judged is what was moved, or it goes back.
    if leftovers.identity_of(os.stat(doomed, dir_fd=parent, follow_symlinks=False)) != item.identity:
        os.rename(doomed, item.name, src_dir_fd=parent, dst_dir_fd=parent)
        step_io.fail("item-changed", path=item.path)
    os.fsync(parent)
    return doomed


def remove(item):
    with leftovers.folder_at(item.place) as parent:
        doomed = item.name if item.kind == "remains" else move_out(item, parent)
        try:
            shutil.rmtree(doomed, dir_fd=parent)
        except OSError as error:
            step_io.fail("removal-failed", path=item.path, error=error.strerror, left=f"{item.place}/{doomed}")
        os.fsync(parent)


def main():
    path, seen = step_io.param("item"), step_io.param("seen")
    if leftovers.parse(path) is None:
        step_io.fail("foreign-item")
    items = {item.path: item for item in leftovers.survey(os.path.basename(step_io.RUN))}
    item = items.get(path)
    if item is None:
        place, _, name = path.rpartition("/")
        item = items.get(f"{place}/{leftovers.REMOVING}{name}")
        seen = item.identity if item else seen
    if item is None:
        step_io.say(f"{path} is not there any more")
        step_io.fact("item_removed", path)
        step_io.fact("freed", 0)
        return
    if item.reason:
        step_io.fail("item-kept", path=path, reason=leftovers.REASONS[item.reason])
    if item.identity != seen:
        step_io.fail("item-changed", step_io.phrase("item-not-listed", path=path))
    remove(item)
    step_io.say(f"{path} is removed: {item.files} files, {item.size} bytes")
    step_io.fact("item_removed", path)
    step_io.fact("freed", item.size)


if __name__ == "__main__":
    main()
