"""One container as its programs see it: its variables, command, mounts and files, running or not."""

import errno
import io
import json
import os
import stat
import subprocess
import tarfile

LARGEST = 16 << 20
MOST_LINKS = 16


def docker_json(*arguments):
    answer = subprocess.run(["docker", *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, timeout=60, check=False)
    if answer.returncode != 0:
        raise LookupError(answer.stderr.decode("utf-8", "replace").strip())
    return json.loads(answer.stdout.decode("utf-8", "surrogateescape"))


def split(entries):
    return dict(entry.split("=", 1) for entry in entries or [] if "=" in entry)


def of(name):
    """The container of that name or id; LookupError when Docker does not know it."""
    item = docker_json("container", "inspect", name)[0]
    try:
        image = split(docker_json("image", "inspect", item["Image"])[0]["Config"].get("Env"))
    except (LookupError, KeyError, TypeError):
        image = {}
    return Container(item, image)


class Container:
    """item: `docker container inspect`'s object; image: the variables of its image."""

    def __init__(self, item, image):
        self.item, self.image = item, image
        config = item.get("Config") or {}
        self.id = item.get("Id") or (item.get("Name") or "").lstrip("/")
        self.name = (item.get("Name") or "").lstrip("/")
        self.environment = split(config.get("Env"))
        self.folder = config.get("WorkingDir") or "/"
        # What Docker started is in Path and Args; a stand-in of a test may have Config alone.
        self.arguments = [item.get("Path") or "", *(item.get("Args") or [])] if item.get("Path") else [
            *(config.get("Entrypoint") or []), *(config.get("Cmd") or [])]
        self.mounts = [mount for mount in item.get("Mounts") or [] if mount.get("Destination")]

    @property
    def running(self):
        return bool((self.item.get("State") or {}).get("Running"))

    @property
    def home(self):
        return self.environment.get("HOME") or "/home/node"

    def mount_of(self, path):
        """The innermost mount that the path is in, None when it is in the image or the container's layer."""
        path = os.path.normpath(path)
        inside = [mount for mount in self.mounts
                  if (path + "/").startswith(os.path.normpath(mount["Destination"]).rstrip("/") + "/")]
        return max(inside, key=lambda mount: len(os.path.normpath(mount["Destination"])), default=None)

    def place(self, path):
        """Where in the guest a path of the container is; None when only the container has it."""
        mount = self.mount_of(path)
        if mount is None or mount.get("Type") == "tmpfs" or not mount.get("Source"):
            return None
        return os.path.normpath(mount["Source"]) + os.path.normpath(path)[len(os.path.normpath(mount["Destination"])):]

    def read(self, path):
        """A plain file's bytes. Links are followed as the container would follow them, never as the guest would."""
        for _ in range(MOST_LINKS):
            path = os.path.normpath(path)
            mount = self.mount_of(path)
            if mount is None:
                kind, found = self._from_layer(path)
            elif self.place(path) is None:
                raise FileNotFoundError(errno.ENOENT, "only in the container's memory", path)
            else:
                kind, found = self._from_guest(mount, path)
            if kind == "file":
                return found
            path = found
        raise OSError(errno.ELOOP, "too many links", path)

    def _from_guest(self, mount, path):
        """("file", bytes) or ("link", where it leads in the container); component by component."""
        destination = os.path.normpath(mount["Destination"])
        names = [name for name in path[len(destination):].split("/") if name]
        source = os.path.normpath(mount["Source"])
        folder = os.open(source, os.O_PATH)
        try:
            for number, name in enumerate(names):
                status = os.stat(name, dir_fd=folder, follow_symlinks=False)
                if stat.S_ISLNK(status.st_mode):
                    here = "/".join([destination, *names[:number]])
                    return "link", os.path.join(here, os.readlink(name, dir_fd=folder), *names[number + 1:])
                inner = os.open(name, os.O_PATH | os.O_NOFOLLOW, dir_fd=folder)
                os.close(folder)
                folder = inner
            if not stat.S_ISREG(os.fstat(folder).st_mode):
                raise OSError(errno.EINVAL, "not a plain file", path)
            # The very file that was looked at, opened for reading.
            with open(f"/proc/self/fd/{folder}", "rb") as file:
                return "file", whole(file, path)
        finally:
            os.close(folder)

    def _from_layer(self, path):
        for member, archive in self.archive(path):
            if member.issym():
                return "link", os.path.join(os.path.dirname(path), member.linkname)
            if not member.isreg():
                raise OSError(errno.EINVAL, "not a plain file", path)
            return "file", whole(archive.extractfile(member), path)
        raise FileNotFoundError(errno.ENOENT, "not in the container", path)

    def archive(self, path):
        """(member, archive) of what `docker cp` gives of a path, one by one; nothing when it is not there."""
        with subprocess.Popen(["docker", "cp", f"{self.id}:{path}", "-"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL) as process:
            try:
                with tarfile.open(fileobj=process.stdout, mode="r|", bufsize=io.DEFAULT_BUFFER_SIZE) as archive:
                    for member in archive:
                        yield member, archive
            except (tarfile.TarError, EOFError):
                return
            finally:
                process.kill()

    def exists(self, path):
        """file, folder, link, other; "" when it is not there; None when that cannot be told."""
        try:
            place = self.place(path)
            if place is not None:
                return kind_of(os.lstat(place).st_mode) if os.path.lexists(place) else ""
            if self.mount_of(path) is not None:
                return None
            for member, _ in self.archive(path):
                return "file" if member.isreg() else "folder" if member.isdir() else "link" if member.issym() else "other"
            return ""
        except OSError:
            return None

    def folder_env(self):
        """The text of .env in the directory that its programs start in."""
        try:
            return self.read(os.path.join(self.folder, ".env"))
        except OSError:
            return b""


def kind_of(mode):
    return "file" if stat.S_ISREG(mode) else "folder" if stat.S_ISDIR(mode) else "link" if stat.S_ISLNK(mode) else "other"


def whole(file, path):
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise OSError(errno.EFBIG, "too large", path)
    return data
