#!/usr/bin/env python3
"""The portable archive of what a build folder holds. Prints its path.

    make.py --build FOLDER --output FOLDER [--tree]     --tree: the folder that would be packed, unpacked

Both programs with all their libraries but those that the machine gives (contents.py says which, and why). The tree is
held against rules.py before it is packed: an archive that would take something from elsewhere is not made.
"""
import argparse
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
sys.path.insert(0, str(HERE))
import contents  # noqa: E402
import elf  # noqa: E402
import rules  # noqa: E402


def output_of(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def put(source: Path, target: Path, mode: int = 0o644) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    target.chmod(mode)


def write(target: Path, text: str, mode: int = 0o644) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    target.chmod(mode)


def install_build(build: Path, tree: Path) -> None:
    """What ./dev package would install, in the places that it has here."""
    with tempfile.TemporaryDirectory(dir=tree.parent) as folder:
        stage = Path(folder)
        subprocess.run(["cmake", "--install", str(build), "--prefix", str(stage), "--strip"], check=True, stdout=subprocess.DEVNULL)
        for name, program in contents.PROGRAMS.items():
            put(stage / "bin" / name, tree / "libexec" / program, 0o755)
        for part in ("applications", "icons", "man", "doc"):
            shutil.copytree(stage / "share" / part, tree / "share" / part)
        put(stage / "share/bash-completion/completions/openclaw-undock-cli", tree / "share/completion.bash")


def own_files(tree: Path, version: str) -> None:
    launcher = (HERE / "launcher.bash").read_text(encoding="utf-8")
    for name, program in contents.PROGRAMS.items():
        write(tree / "bin" / name, launcher.replace("@PROGRAM@", program), 0o755)
    put(HERE / "qt.conf", tree / "libexec/qt.conf")
    for name in ("install.sh", "uninstall.sh"):
        put(HERE / name, tree / name, 0o755)
    readme = (HERE / "README.txt").read_text(encoding="utf-8")
    write(tree / "README.txt", readme.replace("@VERSION@", version).replace("@MACHINE@", platform.machine()))
    documents = tree / "share/doc/openclaw-undock"
    for guide in sorted((ROOT / "docs").glob("guide.*.md")):
        put(guide, documents / guide.name)
    for picture in sorted((ROOT / "docs/pictures").glob("*.png")):
        put(picture, documents / "pictures" / picture.name)


def qt_files(tree: Path) -> None:
    plugins = Path(output_of("qtpaths6", "--query", "QT_INSTALL_PLUGINS"))
    for folder, names in contents.PLUGINS.items():
        for name in names:
            put(plugins / folder / name, tree / "plugins" / folder / name)
    words = Path(output_of("qtpaths6", "--query", "QT_INSTALL_TRANSLATIONS"))
    for ours in sorted((ROOT / "translations").glob("openclaw-undock_*.ts")):
        language = ours.stem.partition("_")[2]
        if language != "en":  # Qt's own words are English
            put(words / f"qtbase_{language}.qm", tree / "share/qt6/translations" / f"qtbase_{language}.qm")


def libraries(tree: Path) -> dict[str, Path]:
    """Puts into lib/ what the programs, the plugins and what is opened by name load; name -> where it came from."""
    taken: dict[str, Path] = {name: elf.by_name(name) for name in contents.OPENED_BY_NAME}
    for start in [*elf.files_of(tree), *taken.values()]:
        for name, path in elf.linked(start).items():
            if name not in contents.FROM_THE_MACHINE:
                taken.setdefault(name, path)
    for name, path in taken.items():
        put(path, tree / "lib" / name)
    for name, target in contents.LINKS.items():
        (tree / "lib" / name).symlink_to(target)
    return taken


def owner(path: Path) -> str:
    """Debian's package of a file: it may have been recorded with or without /usr."""
    real = path.resolve()
    for name in (str(real), re.sub(r"^/usr", "", str(real)), str(path)):
        answer = subprocess.run(["dpkg-query", "-S", name], capture_output=True, text=True, check=False)
        if answer.returncode == 0:
            return answer.stdout.splitlines()[0].rpartition(": ")[0].split(",")[0]
    raise LookupError(f"{path} is of no package: whose it is, and under which licence, cannot be said")


def licences(tree: Path, taken: dict[str, Path]) -> None:
    plugins = Path(output_of("qtpaths6", "--query", "QT_INSTALL_PLUGINS"))
    files = {f"lib/{name}": path for name, path in taken.items()}
    files |= {f"plugins/{folder}/{name}": plugins / folder / name for folder, names in contents.PLUGINS.items() for name in names}
    documents, lines = tree / "share/doc/openclaw-undock", ["file\tpackage\tversion\tsource\tsource version"]
    for file, path in sorted(files.items()):
        package = owner(path)
        fields = output_of("dpkg-query", "-W", "-f", "${Package}\t${Version}\t${source:Package}\t${source:Version}", package)
        lines.append(f"{file}\t{fields}")
        name = fields.partition("\t")[0]
        put(Path("/usr/share/doc") / name / "copyright", documents / "licences" / f"{name}.txt")
    write(documents / "libraries.tsv", "\n".join(lines) + "\n")


def point_inside(tree: Path) -> None:
    for path in elf.files_of(tree):
        search = contents.LIBRARIES_FROM[path.relative_to(tree).parts[0]]
        subprocess.run(["patchelf", "--force-rpath", "--set-rpath", search, str(path)], check=True)


def pack(tree: Path, archive: Path) -> None:
    """Twice the same bytes: names in order, one time for all, nobody's name."""
    try:
        date = output_of("git", "-C", str(ROOT), "log", "-1", "--format=%ct")
    except (OSError, subprocess.CalledProcessError):
        date = str(int((ROOT / "CMakeLists.txt").stat().st_mtime))  # sources without their history
    temporary = archive.with_suffix(".new")
    subprocess.run(["tar", "--sort=name", f"--mtime=@{date}", "--owner=0", "--group=0", "--numeric-owner", "--mode=go=rX",
                    "--use-compress-program=xz -6 -T2", "-C", str(tree.parent), "-cf", str(temporary), tree.name], check=True)
    temporary.rename(archive)


def make(build: Path, output: Path, as_tree: bool) -> Path:
    version = re.search(r"^project\(.* VERSION ([0-9.]+)", (ROOT / "CMakeLists.txt").read_text(encoding="utf-8"), re.M)[1]
    name = f"openclaw-undock-{version}-linux-{platform.machine()}"
    output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=output, prefix="portable-") as folder:
        tree = Path(folder) / name
        tree.mkdir()
        install_build(build, tree)
        own_files(tree, version)
        qt_files(tree)
        licences(tree, libraries(tree))
        point_inside(tree)
        if found := rules.problems(tree):
            raise SystemExit("\n".join(["portable: this would not run elsewhere (it has to be made on Debian 12):", *found]))
        if as_tree:
            shutil.rmtree(output / name, ignore_errors=True)
            return Path(shutil.move(tree, output / name))
        archive = output / f"{name}.tar.xz"
        pack(tree, archive)
        return archive


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=Path, required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--tree", action="store_true")
    arguments = parser.parse_args()
    print(make(arguments.build.resolve(), arguments.output.resolve(), arguments.tree))


if __name__ == "__main__":
    main()
