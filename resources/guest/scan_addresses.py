"""Scan: addresses in the environment and in openclaw.json that exist only inside Docker."""

import contextlib
import itertools
import json

import beneath
import docker_addresses
import gateway_token
import json5
import layout
import processes
from scan_tools import run
from step_io import fact, finding, phrase, say, show
from layout import SRC_STATE as STATE

MOST = 40
# Without these the bot does not answer.
NEEDED = ("/models/providers/", "/channels/")
NOT_DIALLED = ("/gateway/controlUi/allowedOrigins", "/gateway/remote/url", "/gateway/trustedProxies", "/meta/")


def strings(value, pointer="", key=""):
    """(pointer, key, text) of each text in a JSON value."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield from strings(item, f"{pointer}/{str(name).replace('~', '~0').replace('/', '~1')}", str(name))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from strings(item, f"{pointer}/{number}", key)
    elif isinstance(value, str):
        yield pointer, key, value


def inspected():
    """(all containers, all networks); None where Docker does not tell."""
    found = []
    for kind, listing in (("container", ("ps", "-aq", "--no-trunc")), ("network", ("network", "ls", "-q", "--no-trunc"))):
        code, answer = run("docker", *listing)
        names = answer.decode("ascii", "replace").split()
        if code == 0 and names:
            code, answer = run("docker", kind, "inspect", *names, timeout=60)
        try:
            found.append(json.loads(answer) if names else [] if code == 0 else None)
        except ValueError:
            found.append(None)
    return found


def texts(container):
    """(where, needed, key, text, may be changed by the move) of all that is looked at."""
    for name, value in sorted(container.environment.items()):
        if container.image.get(name) != value and not docker_addresses.is_list_of_exceptions(name):
            yield show(name), name.upper().endswith(("BASE_URL", "_HOST", "ENDPOINT", "_PROXY", "API_BASE", "API_URL")), name, value, True
    try:
        config = json5.loads(gateway_token.read_file(f"{STATE}/openclaw.json"))
    except (OSError, ValueError, RecursionError):
        config = {}
    for pointer, key, value in strings(config):
        if not pointer.startswith(NOT_DIALLED):
            yield f"openclaw.json {show(pointer)}", pointer.startswith(NEEDED), key, value, True
    if isinstance(config, dict) and "$include" in json.dumps(config):
        try:
            whole = gateway_token.configuration(f"{STATE}/openclaw.json", gateway_token.elsewhere({layout.CONTAINER_STATE: STATE}))
        except gateway_token.Unresolved:
            whole = {}
        here = {(pointer, value) for pointer, _, value in strings(config)}
        for pointer, key, value in strings(whole):
            if (pointer, value) not in here and not pointer.startswith(NOT_DIALLED):
                yield f"openclaw.json ($include) {show(pointer)}", pointer.startswith(NEEDED), key, value, False
    own = {text for _, _, text in strings(config)}
    for path, value in other_files():
        for pointer, key, text in strings(value):
            # models.json of an agent is made from openclaw.json: what stands in both is changed with it.
            if docker_addresses.TAKES_ADDRESS.search(key) and text not in own:
                yield f"{show(path)} {show(pointer)}", False, key, text, False


def other_files():
    """(path, value) of further files of the state directory that may name addresses. No link is followed."""
    with contextlib.suppress(OSError), beneath.Tree(STATE) as tree:
        for pattern in ("agents/*/agent/auth-profiles.json", "agents/*/agent/models.json", "cron/jobs.json"):
            for path in itertools.islice(tree.glob(pattern), MOST):
                try:
                    # The reader for JSON5 is bounded in depth.
                    yield f"{STATE}/{path}", json5.loads(tree.read(path, 4 << 20))
                except (OSError, ValueError, RecursionError):
                    continue


def works_now(book, address, place):
    """Whether something answers there for the gateway as it is; when in doubt it does."""
    if place.container is book.gateway:
        pid = (book.gateway.get("State") or {}).get("Pid") or 0
        return not pid or not address.port or processes.listens_in(pid, address.port)
    if place.container is not None:
        return bool((place.container.get("State") or {}).get("Running"))
    return not address.port or not place.host.startswith("127.") or bool(processes.listening_sockets(address.port))


def judge(book, address, place, where, needed, may_change, pairs):
    """Tells one address; what the move can put right itself goes into pairs."""
    if docker_addresses.known_here(address):
        finding("fine", "address-known", phrase("address-known", where=where, text=show(address.text), what=place.what))
        return
    new, why = book.direct(address, place)
    # What does not work today is nobody's reason to stop the move.
    needed = needed and works_now(book, address, place)
    text = show(address.text)
    own = place.container is book.gateway
    if new and new == address.text:
        return
    if not new and own and address.port and docker_addresses.answers(f"127.0.0.1:{address.port}") and not book.neighbours:
        finding("attention", "address-own", phrase("address-own", where=where, text=text, what=place.what, port=address.port))
    elif not new:
        level = "blocks" if needed else "attention"
        finding(level, "address-lost", phrase("address-lost", where=where, text=text, what=place.what, why=why))
    elif address.scheme in docker_addresses.ENCRYPTED and place.container is not book.gateway:
        finding("blocks" if needed else "attention", "address-encrypted", phrase("address-encrypted", where=where, text=text, what=place.what,
                                                                                 new=new))
    elif not own and not docker_addresses.answers(new):
        port = int(new.rpartition(":")[2]) if new.rpartition(":")[2].isdigit() else 0
        others = docker_addresses.only_elsewhere(port) if port and new.startswith("127.") else []
        listens = phrase("listens-elsewhere-only") if others else phrase("nothing-answers-there")
        finding("blocks" if needed else "attention", "address-silent", phrase("address-silent", where=where, text=text, what=place.what, new=new,
                                                                              listens=listens))
    elif may_change:
        pairs[address.text] = new
        finding("attention", "address-changed", phrase("address-changed", where=where, text=text, what=place.what, new=new))
    else:
        finding("attention", "address-by-hand", phrase("address-by-hand", where=where, text=text, what=place.what, new=new))


def scan(container):
    """container: the gateway's container_view.Container."""
    say("-- addresses")
    containers, networks = inspected()
    if containers is None or networks is None:
        finding("attention", "addresses-unread", phrase("addresses-unread"))
        containers, networks = containers or [container.item], networks or []
    book = docker_addresses.Book(container.item, containers, networks)
    pairs, told = {}, set()
    for where, needed, key, text, may_change in texts(container):
        for address in docker_addresses.addresses_in(text, key):
            place = book.find(address)
            if place is None or (where, address.text) in told or len(told) >= MOST:
                continue
            told.add((where, address.text))
            judge(book, address, place, where, needed, may_change, pairs)
    fact("addresses_found", len(told))
    for old, new in sorted(pairs.items()):
        fact("address", f"{old} {new}")
    docker_addresses.keep(pairs)
