"""What a portable tree must be, before it is packed and in its tests."""
import re
from pathlib import Path

import contents
import elf


def newer(version: str) -> str:
    """Why a machine that is old enough to be served may not have this symbol version; empty where it does."""
    if version == "GLIBC_ABI_DT_RELR":  # came with 2.36
        return ""
    match = re.match(r"^(GLIBC|GLIBCXX|CXXABI|GCC)_([0-9.]+)$", version)
    if not match:
        # Of a library's own, as CXXABI_FLOAT128, or private to one build of it, which no other has to have.
        return "private" if "PRIVATE" in version else ""
    newest = contents.NEWEST[match[1]]
    if tuple(int(number) for number in match[2].split(".")) <= newest:
        return ""
    return f"newer than {match[1]}_{'.'.join(map(str, newest))}"


def problems(tree: Path) -> list[str]:
    found = []
    files = elf.files_of(tree)
    brought = {path.name for path in files if path.parent == tree / "lib"}
    for name in sorted(brought & contents.FROM_THE_MACHINE):
        found.append(f"lib/{name} is the machine's own and must not come along")
    for name, why in contents.OPENED_BY_NAME.items():
        if name not in brought:
            found.append(f"lib/{name} is missing ({why})")
    for name, target in contents.LINKS.items():
        link = tree / "lib" / name
        if not link.is_symlink() or str(link.readlink()) != target or target not in brought:
            found.append(f"lib/{name} does not lead to {target}")
    for folder, plugins in contents.PLUGINS.items():
        found += [f"plugins/{folder}/{name} is missing" for name in plugins if not (tree / "plugins" / folder / name).is_file()]
    for path in files:
        shown = path.relative_to(tree)
        file = elf.read(path)
        wanted = [("RPATH", contents.LIBRARIES_FROM.get(shown.parts[0], ""))]
        # RPATH and not RUNPATH: the machine's LD_LIBRARY_PATH comes after it.
        if file.search != wanted:
            found.append(f"{shown} looks for libraries in {file.search}, not in {wanted}")
        for name in file.needed:
            if name not in brought and name not in contents.FROM_THE_MACHINE:
                found.append(f"{shown} needs {name}, which does not come along")
        for library, versions in file.versions.items():
            if library in contents.FROM_THE_MACHINE:
                found += [f"{shown} asks {library} for {version}: {newer(version)}" for version in versions if newer(version)]
    for name in contents.PROGRAMS:
        places = sorted(str(path.relative_to(tree)) for path in tree.rglob(name) if not path.is_dir())
        if places != [f"bin/{name}"]:
            found.append(f"{name} has to be in bin/ and nowhere else, and is: {places}")
    return found
