"""Which credential the running Docker gateway accepts: by a call, not by reading another program's files.

The scan leaves the hash of what was accepted in the run's state, for E and H; the secret itself is kept nowhere.
"""

import os

import gateway_token
import step_io
from layout import CONTAINER_STATE as STATE

KEPT = "token_proof"
FEWEST_TRIES = 8
WRONG = "undock-is-this-door-locked"


class Proof:
    """kind and hash of what was accepted; container: who accepted it; read: the hash of what was read then."""

    def __init__(self, kind, sha256, container, read):
        self.kind, self.sha256, self.container, self.read = kind, sha256, container, read

    def holds_for(self, container, resolved):
        """Whether it still speaks of this container and of what stands in its files: users change tokens."""
        return self.container == container.id and self.read == resolved.sha256()


def reader(container, places=None):
    """Reads files as the container's gateway does; `places` says where a path is instead."""
    moved = gateway_token.elsewhere(places or {})

    def read(path):
        path = os.path.normpath(path)
        if any(path == prefix or path.startswith(prefix + "/") for prefix in places or {}):
            return moved(path)
        return container.read(path)
    return read


def of_container(container):
    return gateway_token.resolve(f"{STATE}/openclaw.json", container.environment, read=reader(container),
                                 folder_env=container.folder_env(), arguments=container.arguments)


def asked(connect, auth):
    """ok, or why not. connect(auth) does what checks_gateway.accepted does."""
    try:
        return connect(auth)
    except (OSError, ValueError, RecursionError) as error:
        return step_io.phrase("no-answer-because", error=error)


def gently(config):
    """Whether the gateway locks callers out after so few wrong tries that none may be made on purpose.

    Through Docker's port and nginx the users may have the same address as the scan.
    """
    limit = gateway_token.part(config, "gateway", "auth", "rateLimit", "maxAttempts")
    return isinstance(limit, (int, float)) and limit < FEWEST_TRIES


def prove(found, connect, gentle=False):
    """(the Credential that the gateway accepts, "") or (None, why none could be proved).

    A door that any word opens proves nothing: a wrong one is tried first. gentle: one try alone, the likeliest.
    """
    if not found:
        return None, step_io.phrase("none-to-try")
    if gentle:
        answer = asked(connect, found[0].auth())
        return (found[0], "") if answer == "ok" else (None, answer)
    wrong = asked(connect, {found[0].kind: WRONG})
    if wrong == "ok":
        return None, step_io.phrase("gateway-lets-callers-any")
    if wrong.split(" ")[0] in ("@no-answer", "@no-answer-because", "@no-websocket"):
        return None, wrong
    answers = []
    for credential in found:
        answer = asked(connect, credential.auth())
        if answer == "ok":
            return credential, ""
        answers.append(answer)
    return None, answers[0]


def keep(credential, container=None, resolved=None):
    if credential:
        step_io.keep(KEPT, f"{credential.kind} {credential.sha256()} {container.id} {resolved.sha256()}")
    else:
        step_io.keep(KEPT, "none")


def kept():
    """The Proof that the scan left, None when it has none."""
    words = step_io.kept(KEPT).split() if step_io.is_kept(KEPT) else []
    return Proof(*words) if len(words) == 4 else None
