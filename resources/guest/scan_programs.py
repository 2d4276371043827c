"""Scan: programs that the image has and the guest lacks, above all those that skills ask for."""

import os
import re
import subprocess

from native_modules import readable
from scan_tools import which
from step_io import fact, finding, phrase, show
from layout import SRC_STATE as STATE

LISTED_BYTES = 1 << 20
SKILL_BYTES = 64 << 10
LIST = 'IFS=:; for folder in $PATH; do printf "%s:\\n" "$folder"; ls -1 -- "$folder" 2>/dev/null; done'
FRONT = re.compile(r"\A\s*---\s*\n(.*?)\n---\s*(?:\n|\Z)", re.DOTALL)
BINS = re.compile(r"""["']?(?:bins|anyBins)["']?\s*:\s*(?:\[([^\]]*)\]|((?:\n\s*-\s*\S+)+))""")
WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+-]{0,63}")
# The package of Debian that has it; "" where Debian has none.
PACKAGES = {
    "ffmpeg": "ffmpeg", "ffprobe": "ffmpeg", "chromium": "chromium", "chromium-browser": "chromium", "google-chrome": "", "google-chrome-stable": "",
    "firefox": "firefox-esr", "gh": "gh", "git": "git", "git-lfs": "git-lfs", "python3": "python3", "python": "python-is-python3", "pip": "python3-pip",
    "pip3": "python3-pip", "pipx": "pipx", "uv": "", "uvx": "", "jq": "jq", "yq": "yq", "rg": "ripgrep", "fd": "", "fdfind": "fd-find", "yt-dlp": "yt-dlp",
    "convert": "imagemagick", "magick": "imagemagick", "gs": "ghostscript", "tesseract": "tesseract-ocr", "pandoc": "pandoc", "soffice": "libreoffice",
    "libreoffice": "libreoffice", "pdftotext": "poppler-utils", "pdftoppm": "poppler-utils", "qpdf": "qpdf", "exiftool": "libimage-exiftool-perl",
    "go": "golang", "cargo": "cargo", "rustc": "rustc", "bun": "", "deno": "", "java": "default-jre-headless", "ruby": "ruby", "php": "php-cli",
    "sqlite3": "sqlite3", "psql": "postgresql-client", "mysql": "default-mysql-client", "redis-cli": "redis-tools", "aws": "awscli", "gcloud": "",
    "az": "", "kubectl": "", "helm": "", "terraform": "", "docker": "docker-cli", "tmux": "tmux", "screen": "screen", "zip": "zip", "unzip": "unzip",
    "7z": "p7zip-full", "wget": "wget", "curl": "curl", "ssh": "openssh-client", "rsync": "rsync", "sox": "sox", "espeak": "espeak", "espeak-ng": "espeak-ng",
    "op": "", "himalaya": "", "signal-cli": "", "xvfb-run": "xvfb", "Xvfb": "xvfb", "make": "make", "gcc": "gcc", "g++": "g++", "vim": "vim", "nano": "nano",
    "dig": "dnsutils", "nmap": "nmap", "socat": "socat", "nc": "netcat-openbsd", "tree": "tree", "xdotool": "xdotool", "scrot": "scrot", "mpv": "mpv",
    "whisper": "", "claude": "", "codex": "", "gemini": "", "clawhub": "", "mcporter": "", "age": "age", "gpg": "gnupg", "mutt": "mutt", "calibre": "calibre",
    "ebook-convert": "calibre", "latex": "texlive-latex-base", "xelatex": "texlive-xetex", "inotifywait": "inotify-tools", "parallel": "parallel",
}
# What images of node and OpenClaw bring along in the folders for additions.
OF_IMAGE = {"node", "nodejs", "npm", "npx", "corepack", "yarn", "yarnpkg", "pnpm", "pnpx", "openclaw", "clawdbot", "moltbot", "docker-entrypoint.sh"}
ADDED = re.compile(r"/usr/local/s?bin|/opt/|/home/|/root/|/(?:\w+/)*\.(?:local|bun|cargo|npm-global)/")


def listed(container):
    """{program: folder} on the container's PATH; None when nobody can be asked."""
    if not container.running:
        return None
    with subprocess.Popen(["docker", "exec", container.id, "sh", "-c", LIST], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL) as process:
        text = process.stdout.read(LISTED_BYTES).decode("utf-8", "replace")
        process.kill()
    found, folder = {}, ""
    for line in text.splitlines():
        if line.endswith(":") and line.startswith("/"):
            folder = line[:-1]
        elif folder and WORD.fullmatch(line):
            found.setdefault(line, folder)
    return found or None


def asked_for(text):
    """Programs that a SKILL.md wants, by its front matter."""
    front = FRONT.match(text)
    found = set()
    for inline, lines in BINS.findall(front[1] if front else ""):
        found.update(WORD.findall(inline or lines))
    return found


def skills(container):
    """{program: [skills]} of the user's skills and of those that come with OpenClaw."""
    wanted = {}

    def note(name, data):
        for program in asked_for(data.decode("utf-8", "replace")):
            wanted.setdefault(program, []).append(name)

    for path, place in readable(STATE):
        if path.endswith("/SKILL.md") and "/node_modules/" not in path:
            try:
                descriptor = os.open(place, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
                with open(descriptor, "rb") as file:
                    note(os.path.basename(os.path.dirname(path)), file.read(SKILL_BYTES))
            except OSError:
                continue
    for member, archive in container.archive(os.path.join(container.folder, "skills")):
        if member.isreg() and member.name.endswith("/SKILL.md"):
            note(os.path.basename(os.path.dirname(member.name)), archive.extractfile(member).read(SKILL_BYTES))
    return wanted


def scan(container):
    there = listed(container)
    if there is None:
        finding("attention", "programs-unread", phrase("programs-unread"))
        return
    wanted = skills(container)
    lacking = sorted(name for name, folder in there.items() if name not in OF_IMAGE and not which(name)
                     and (name in wanted or name in PACKAGES or ADDED.match(folder + "/")))
    fact("programs_lacking", " ".join(lacking[:200]))
    if not lacking:
        finding("fine", "programs", phrase("programs"))
        return
    named = [f"{show(name)} (for {', '.join(map(show, sorted(set(wanted[name]))[:3]))})" if name in wanted else show(name) for name in lacking[:30]]
    packages = sorted({PACKAGES[name] for name in lacking if PACKAGES.get(name)})
    others = [show(name) for name in lacking if not PACKAGES.get(name)][:30]
    named += [f"and {len(lacking) - 30} more"] if len(lacking) > 30 else []
    cure = f"apt-get install {' '.join(packages)}" if packages else phrase("none-is-a-debian-package")
    finding("attention", "programs-missing", phrase("programs-missing", named=", ".join(named), cure=cure, others=", ".join(others) or phrase("nothing")))
