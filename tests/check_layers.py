#!/usr/bin/env python3
"""Refuses an include that crosses the layers of src/.

Linking does not catch everything: a header-only use of a forbidden library, or
a header of a layer above, compiles and links. So the includes are read here.
Whatever is not allowed by the tables below is a violation, also a header that
nobody thought of: a new dependency is a decision, and this is its place.

Usage: check_layers.py [ROOT]   (exit 0: clean, 1: violations, 2: cannot tell)
"""

import functools
import pathlib
import re
import subprocess
import sys

# Layer -> layers whose headers it may include (its own always).
LAYERS = {
    "core": set(),
    "remote": {"core"},
    "secrets": {"core"},
    "engine": {"core", "remote"},
    "cli": {"core", "engine", "secrets"},
    "gui": {"core", "engine", "secrets"},
}
# What a front must implement for the layer below: an interface, no way to act.
INTERFACES = re.compile(r"remote/(.*/)?prompter\.h")

QT_MODULES = {
    "core": {"QtCore"},
    "remote": {"QtCore"},
    "secrets": {"QtCore"},
    "engine": {"QtCore", "QtNetwork"},
    "cli": {"QtCore", "QtNetwork"},
    "gui": {"QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtSvg", "QtSvgWidgets", "QtPrintSupport"},
}

# Third-party headers -> the only folders of src/ that may name them.
THIRD_PARTY = [
    (re.compile(r"libssh/"), re.compile(r"remote/ssh/")),
    (re.compile(r"(qt6|qt5)?keychain(/keychain)?\.h|qt6keychain/"), re.compile(r"secrets/")),
    (re.compile(r"archive(_entry)?\.h"), re.compile(r"remote/guest/|engine/records/zip_file")),
    (re.compile(r"nlohmann/"), re.compile(r"")),
    (re.compile(r"tl/expected\.hpp"), re.compile(r"")),
]

# The rules are pure: files and processes are touched in the named folders only.
CORE_IO = re.compile(
    r"(Qt\w+/)?(QFile|QSaveFile|QTemporaryFile|QTemporaryDir|QDir|QDirIterator|QLockFile|QProcess|QSettings)"
    r"|fcntl\.h|unistd\.h|sys/(?!types\.h).*|fstream|filesystem|cstdio|stdio\.h")
CORE_IO_FOLDERS = re.compile(r"core/(journal|steps|record|(.*/)?evidence)/")

STANDARD = set("""
algorithm any array atomic barrier bit bitset charconv chrono cmath codecvt compare complex concepts
condition_variable coroutine cstddef cstdint cstdio cstdlib cstring ctime cerrno cctype cassert cfloat
climits cinttypes cstdarg csetjmp deque exception execution filesystem format forward_list fstream functional
future initializer_list iomanip ios iosfwd iostream istream iterator latch limits list locale map memory
memory_resource mutex new numbers numeric optional ostream queue random ranges ratio regex scoped_allocator
semaphore set shared_mutex source_location span sstream stack stdexcept stop_token streambuf string string_view
strstream syncstream system_error thread tuple type_traits typeindex typeinfo unordered_map unordered_set
utility valarray variant vector version
""".split())
C_STANDARD = re.compile(r"(errno|time|stdio|stdlib|string|stdint|limits)\.h")
# What one system has and another has not stands behind a header of ours, in the half for that system.
SYSTEMS = [
    (re.compile(r"(sys|net|netinet|arpa)/[a-z_]+\.h"
                r"|(fcntl|malloc|unistd|signal|poll|pwd|grp|netdb|termios|dirent|pthread|spawn)\.h|csignal"), "_posix.cpp"),
    (re.compile(r"(windows|win(sock2?|base|con|cred|error|nt|user)|ws2tcpip|wincrypt|mstcpip|afunix|lmcons|security|sddl"
                r"|aclapi|shlobj|psapi|io|direct|process|conio)\.h", re.IGNORECASE), "_windows.cpp"),
]

GENERATED = re.compile(r"undock_version\.h|guest_layout\.h|(moc_)?[\w-]+\.moc|moc_[\w-]+\.cpp")
INCLUDE = re.compile(r'^\s*#\s*(?:include|import|include_next)\b\s*(.*)$')


def qt_header_folder():
    for program in ("qmake6", "qmake"):
        try:
            answer = subprocess.run([program, "-query", "QT_INSTALL_HEADERS"], capture_output=True, text=True)
        except OSError:
            continue
        folder = pathlib.Path(answer.stdout.strip())
        if answer.returncode == 0 and (folder / "QtCore").is_dir():
            return folder
    for folder in pathlib.Path("/usr/include").glob("**/qt6"):
        if (folder / "QtCore").is_dir():
            return folder
    return None


@functools.lru_cache(maxsize=None)
def qt_modules_by_header():
    """<QWidget> needs no module prefix to compile, so the module is looked up."""
    folder = qt_header_folder()
    if folder is None:
        sys.exit("check_layers: no Qt headers found, so that Qt classes cannot be told apart "
                 "(install qt6-base-dev)")
    modules = {}
    for module in sorted(folder.glob("Qt*")):
        if module.is_dir():
            for header in module.iterdir():
                modules.setdefault(header.name, module.name)
    return modules


def without_comments(text):
    """Comments go, line numbers and strings stay."""
    pattern = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"', re.DOTALL)

    def keep(match):
        found = match.group(0)
        return found if found.startswith('"') else "\n" * found.count("\n")

    return pattern.sub(keep, text)


def includes_of(text):
    spliced = re.sub(r"\\\r?\n", lambda match: " ", text)
    for number, line in enumerate(without_comments(spliced).splitlines(), 1):
        match = INCLUDE.match(line)
        if not match:
            continue
        named = re.match(r'(?:<([^>]+)>|"([^"]+)")', match.group(1))
        yield number, (named.group(1) or named.group(2)) if named else None, bool(named and named.group(1))


def judge_library(layer, relative, header):
    """Why a header from outside src/ may not stand here, or None."""
    for pattern, folders in THIRD_PARTY:
        if pattern.match(header):
            return None if folders.match(relative) else f"<{header}> belongs to {folders.pattern} only"
    first, _, rest = header.partition("/")
    module = first if rest and first.startswith("Qt") else None
    if module is None and (header.startswith("Q") or header.startswith("q")):
        module = qt_modules_by_header().get(header)
    if module is not None:
        if module not in QT_MODULES[layer]:
            return f"<{header}> is {module}, which {layer} may not use"
    elif any(pattern.fullmatch(header) for pattern, _ in SYSTEMS):
        half = next(half for pattern, half in SYSTEMS if pattern.fullmatch(header))
        if not relative.endswith(half):
            return f"<{header}> is one system's: it belongs behind a header of ours, in a file *{half}"
    elif header not in STANDARD and not C_STANDARD.fullmatch(header):
        return f"<{header}> is not known to the layers (tests/check_layers.py)"
    if layer == "core" and CORE_IO.fullmatch(header) and not CORE_IO_FOLDERS.match(relative):
        return f"<{header}>: the rules do no I/O here"
    return None


def judge_own(source, layer, relative, header):
    """Why a quoted include may not stand here, or None."""
    if GENERATED.fullmatch(header):
        return None
    if re.fullmatch(r"ui_\w+\.h", header):
        return None if layer == "gui" else f'"{header}": forms belong to the gui'
    first = header.split("/")[0]
    if first not in LAYERS:
        return f'"{header}": includes of our own start with the layer\'s name'
    if not (source / header).is_file():
        return f'"{header}" does not exist'
    if first == layer or first in LAYERS[layer]:
        return None
    if layer in ("cli", "gui") and INTERFACES.fullmatch(header):
        return None
    return f'"{header}": {layer} may not use {first}'


def check_sources(source):
    for path in sorted(source.rglob("*")):
        if path.suffix not in {".h", ".hpp", ".cpp", ".cc", ".c", ".inl"} or not path.is_file():
            continue
        relative = path.relative_to(source).as_posix()
        layer = relative.split("/")[0]
        if layer not in LAYERS:
            yield f"src/{relative}:1: not in any layer"
            continue
        for number, header, angled in includes_of(path.read_text(encoding="utf-8", errors="replace")):
            if header is None:
                why = "an include by macro cannot be judged"
            elif ".." in header.split("/") or header.startswith("/"):
                why = f'"{header}": no way out of the layers by path'
            elif angled and header.split("/")[0] not in LAYERS:
                why = judge_library(layer, relative, header)
            else:
                quoted_library = header.split("/")[0] not in LAYERS and not GENERATED.fullmatch(header) \
                    and not header.startswith("ui_")
                why = judge_library(layer, relative, header) if quoted_library \
                    else judge_own(source, layer, relative, header)
            if why:
                yield f"src/{relative}:{number}: {why}"


# JSON that somebody else wrote is read in one place only, which bounds its depth and width.
JSON_READERS = re.compile(r"\b(?:Json|json|ordered_json)::parse\s*\(|QJsonDocument::fromJson")
JSON_PLACE = "core/base/json.cpp"


def check_json(source):
    for path in sorted(source.rglob("*.cpp")):
        relative = path.relative_to(source).as_posix()
        for number, line in enumerate(without_comments(path.read_text(encoding="utf-8", errors="replace")).splitlines(), 1):
            if relative != JSON_PLACE and JSON_READERS.search(line):
                yield f"src/{relative}:{number}: JSON is read by parseJson() ({JSON_PLACE}), which bounds it"


def check_links(source):
    """A layer's CMakeLists links what the layer may use, and nothing else of ours."""
    for layer, allowed in LAYERS.items():
        path = source / layer / "CMakeLists.txt"
        if not path.is_file():
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            for name in re.findall(r"\bundock_(\w+)", line.split("#")[0]):
                if name in LAYERS and name != layer and name not in allowed:
                    yield f"src/{layer}/CMakeLists.txt:{number}: {layer} may not link undock_{name}"


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent.parent)
    source = root / "src"
    if not source.is_dir():
        print(f"check_layers: no folder {source}", file=sys.stderr)
        return 2
    violations = [*check_sources(source), *check_links(source), *check_json(source)]
    for violation in violations:
        print(violation)
    if not violations:
        print(f"layers hold ({sum(1 for _ in source.rglob('*.h'))} headers)")
    return 1 if violations else 0


if __name__ == "__main__":
    sys.exit(main())
