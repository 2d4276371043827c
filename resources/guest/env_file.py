"""Writes /etc/openclaw-gateway.env from the gateway container's own environment, and proves it.

usage: env_file.py CONTAINER FILE CONFIG

The proof: systemd itself is asked to read the file, and what a service would get is
compared, byte for byte, with what was meant. No value is printed or put on a command line.
"""

import os
import subprocess
import sys

import container_env
import container_view
import docker_addresses
import gateway_token
import scan_token
import step_io
import token_proof
from layout import CONTAINER_STATE as STATE, TARGET



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
        step_io.fail("environment-unproven")
    text = answer.stdout.decode("utf-8", "surrogateescape")
    return container_view.split(text.split("\0"))


def write(path, carried):
    lines = ["# The environment of the former container; written by openclaw-undock. Holds secrets.\n"]
    lines += [f"{name}={quoted(value)}\n" for name, value in sorted(carried.items())]
    step_io.write_durably(path, "".join(lines).encode("utf-8"))


def copy_files(container, carried):
    """What only the container has, beside the environment file, for root alone."""
    for name, (kind, path, place) in carried.files.items():
        if kind != "copy":
            step_io.say(f"{name} names {step_io.show(path)}, which is {step_io.show(place)} in the guest")
            continue
        try:
            data = container.read(path)
        except OSError as error:
            step_io.finding("attention", "environment-file", step_io.phrase("environment-file", name=name, strerror=error.strerror, place=place))
            continue
        os.makedirs(os.path.dirname(place), mode=0o700, exist_ok=True)
        step_io.write_durably(place, data)
        step_io.say(f"{name} names {step_io.show(path)}, which only the container has; it was copied to {place}")


def prove_token(container, config, carried):
    """The token is compared with what the running gateway was proved to accept; a guess alone fails nothing."""
    proof = token_proof.kept()
    places = {TARGET: os.path.dirname(config), STATE: os.path.dirname(config)}
    new = gateway_token.resolve(f"{TARGET}/openclaw.json", carried.values, read=gateway_token.elsewhere(places))
    old = gateway_token.resolve(f"{STATE}/openclaw.json", container.environment, folder_env=container.folder_env(),
                                arguments=container.arguments, read=token_proof.reader(container, places))
    if proof and not proof.holds_for(container, old):
        # Made anew, or its token was changed, since the scan: what was proved then says nothing of now.
        if not container.running:
            token_proof.keep(None)
        else:
            scan_token.prove(container, old, scan_token.process_environment(container))
        proof = token_proof.kept()
        step_io.finding("attention", "token-since-scan", step_io.phrase("token-proved-anew" if proof else "token-proved-no-more"))
    if proof and not new.unresolved and old.sha256() == proof.sha256 and new.sha256() != proof.sha256:
        step_io.fail("token-changed")
    if new.unresolved or old.unresolved:
        step_io.finding("attention", "token-unresolved", step_io.phrase("direct-token-unread", unresolved=new.unresolved or old.unresolved))
    elif new.sha256() != old.sha256():
        step_io.finding("attention", "token-otherwise", step_io.phrase("token-otherwise"))
    step_io.fact("token_sha256", proof.sha256 if proof else "unproved" if new.unresolved else new.sha256())
    step_io.fact("token_from", new.origin)


def main():
    container_name, path, config = sys.argv[1:4]
    try:
        container = container_view.of(container_name)
    except LookupError as error:
        step_io.fail("container-missing", step_io.phrase("container-unread", container=container_name, error=error))
    carried = container_env.of(container)
    for name in [name for name, value in carried.values.items() if not carriable(value)]:
        step_io.warn("environment-value", step_io.phrase("environment-value", name=name))
        del carried.values[name]
        carried.left.append(name)
    for name, old, new in docker_addresses.change_environment(carried.values):
        step_io.say(f"{name}: {old} became {new}")
    copy_files(container, carried)

    write(path, carried.values)
    seen = seen_by_a_service(path)
    wrong = [name for name, value in carried.values.items() if seen.get(name) != value]
    if wrong:
        step_io.fail("environment-differs", names=", ".join(wrong))

    step_io.say(f"carried over: {', '.join(sorted(carried.values)) or 'nothing'}")
    step_io.say(f"left out, they describe the container: {', '.join(sorted(carried.left)) or 'nothing'}")
    step_io.say(f"left out, they would make root run what they name: {', '.join(carried.risky) or 'nothing'}")
    step_io.fact("environment", " ".join(sorted(carried.values)))
    step_io.fact("environment_left_out", " ".join(sorted(carried.left + carried.risky)))
    if carried.zone.carry:
        step_io.fact("zone", f"{carried.zone.carry} {carried.zone.here or 'unknown'}")
    for name in carried.odd:
        # A finding, not a warning: a chain waits at a warning, and here the bot is down.
        step_io.finding("attention", "environment-path",
                        step_io.phrase("environment-path", name=name))
    prove_token(container, config, carried)


if __name__ == "__main__":
    main()
