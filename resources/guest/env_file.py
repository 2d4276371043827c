"""Writes /etc/openclaw-gateway.env from the gateway container's own environment, and proves it.

usage: env_file.py CONTAINER FILE CONFIG
       env_file.py --trial CONTAINER FILE      for the warm-up: no proof, and nothing that says where the state is

The proof: systemd itself is asked to read the file, and what a service would get is
compared, byte for byte, with what was meant. No value is printed or put on a command line.
"""

import hashlib
import re
import subprocess
import sys

import container_env
import gateway_token
import step_io


def quoted(value):
    """As systemd.exec(5) reads it back: in double quotes, only these four need a backslash."""
    for char in '\\"$`':
        value = value.replace(char, "\\" + char)
    return f'"{value}"'


def carriable(value):
    """systemd drops a variable that is not UTF-8 or has control characters but tab and newline."""
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return not any((ord(char) < 32 and char not in "\t\n") or ord(char) == 127 for char in value)


def seen_by_a_service(path):
    answer = subprocess.run(
        ["systemd-run", "--quiet", "--wait", "--pipe", "--collect", f"--property=EnvironmentFile={path}",
         "--", "/usr/bin/env", "-0"],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=60, check=False)
    if answer.returncode != 0:
        step_io.fail("environment-unproven", "systemd could not start a trial service with the new environment file.")
    text = answer.stdout.decode("utf-8", "surrogateescape")
    return container_env.split(text.split("\0"))


def write(path, carried):
    lines = ["# The environment of the former container; written by openclaw-undock. Holds secrets.\n"]
    lines += [f"{name}={quoted(value)}\n" for name, value in sorted(carried.items())]
    step_io.write_durably(path, "".join(lines).encode("utf-8"))


def trial(container_name, path):
    carried, _, _ = container_env.for_service(*container_env.of_container(container_name))
    write(path, {name: value for name, value in carried.items()
                 if carriable(value) and not re.match(r"OPENCLAW_(STATE|CONFIG|HOME|AGENT|OAUTH)", name)})


def main():
    if sys.argv[1] == "--trial":
        trial(*sys.argv[2:4])
        return
    container_name, path, config = sys.argv[1:4]
    try:
        container, image = container_env.of_container(container_name)
    except LookupError as error:
        step_io.fail("container-missing", f"The container {container_name} cannot be looked at ({error}); "
                     "its environment, and with it perhaps the gateway's token, would be lost.")
    carried, left, odd = container_env.for_service(container, image)
    for name in [name for name, value in carried.items() if not carriable(value)]:
        step_io.warn("environment-value", f"The value of {name} holds bytes that systemd does not pass on; it was left out.")
        del carried[name]
        left.append(name)

    write(path, carried)
    seen = seen_by_a_service(path)
    wrong = [name for name, value in carried.items() if seen.get(name) != value]
    if wrong:
        step_io.fail("environment-differs", "A service would not get these variables as the container had them: " + ", ".join(wrong))

    step_io.say(f"carried over: {', '.join(sorted(carried)) or 'nothing'}")
    step_io.say(f"left out, they describe the container: {', '.join(sorted(left)) or 'nothing'}")
    step_io.fact("environment", " ".join(sorted(carried)))
    step_io.fact("environment_left_out", " ".join(sorted(left)))
    for name in odd:
        # A finding, not a warning: a chain waits at a warning, and here the bot is down.
        step_io.finding("attention", "environment-path",
                        f"{name} still names a place inside the container; look whether OpenClaw needs it.")
    token = gateway_token.effective(config, carried)
    before = gateway_token.effective(config, container)
    if token != before:
        step_io.fail("token-changed", "The gateway's token would not be the one the container has.")
    digest = hashlib.sha256(token.encode("utf-8", "surrogateescape")).hexdigest() if token else "none"
    step_io.fact("token_sha256", digest)
    step_io.fact("token_from", gateway_token.origin(config, carried))


if __name__ == "__main__":
    main()
