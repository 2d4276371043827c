"""Scan: the gateway's token or password: as OpenClaw resolves it, and proved by a call to the running gateway."""

import checks_gateway
import container_env
import gateway_token
import layout
import processes
import token_proof
from step_io import fact, finding, phrase, say
from layout import GATEWAY_PORT as PORT, SRC_STATE as STATE



def process_environment(container):
    """What the gateway's process was started with: an entry script may have set more than Docker did."""
    if not container.running:
        return {}
    for pid in processes.gateways(patience=0).get("container", []):
        try:
            found = gateway_token.of_process(pid)
        except OSError:
            continue
        if container.id and container.id in processes.control_group(pid):
            return found
    return {}


def port_of(container):
    """The guest's port that leads to the gateway."""
    for bindings in ((container.item.get("HostConfig") or {}).get("PortBindings") or {}).values():
        if any(binding.get("HostPort") == str(PORT) for binding in bindings or []):
            return PORT
    found = [binding.get("HostPort") for bindings in ((container.item.get("HostConfig") or {}).get("PortBindings") or {}).values() for binding in bindings or []]
    return int(found[0]) if found and str(found[0]).isdigit() else PORT


def only_by_start(container, process):
    """Names that only the process has: set by an entry script, from files or by itself."""
    usual = ("HOSTNAME", "HOME", "PWD", "OLDPWD", "SHLVL", "_", "PATH", "TERM", "OPENCLAW_NODE_OPTIONS_READY", "INIT_CWD", "NODE", "COLOR", "EDITOR")
    return sorted(name for name in process if name not in container.environment and name not in usual
                  and not name.startswith(("npm_", "PNPM_", "OPENCLAW_SERVICE_", "NODE_COMPILE_CACHE")))


def prove(container, resolved, process):
    """(what the running gateway accepts, None when that could not be proved; why not), kept for later steps."""
    if container.running:
        found = gateway_token.candidates(resolved, process, container.environment, arguments=container.arguments)
        accepted, why = token_proof.prove(found, lambda auth: checks_gateway.accepted(auth, port_of(container)),
                                          token_proof.gently(gateway_token.config_of(f"{STATE}/openclaw.json")))
    else:
        accepted, why = None, phrase("container-does-not-run")
    token_proof.keep(accepted, container, resolved)
    return accepted, why


def scan(container):
    say("-- the gateway's token")
    resolved = token_proof.of_container(container)
    process = process_environment(container)
    started = only_by_start(container, process)
    if started:
        fact("environment_of_start", " ".join(started))
        finding("attention", "environment-of-start", phrase("environment-of-start", started=", ".join(started[:20])))
    if resolved.kind == "none":
        token_proof.keep(None)
        fact("token_sha256", "none")
        fact("token_proved", "no")
        finding("fine", "token-none", phrase("token-none"))
        return
    accepted, why = prove(container, resolved, process)
    known = accepted or resolved
    fact("token_proved", "yes" if accepted else "no")
    fact("token_place", known.origin)
    fact("token_sha256", known.sha256() if accepted or not resolved.unresolved else "unresolved")
    tell(container, resolved, accepted, why)


def tell(container, resolved, accepted, why):
    # As the direct gateway will see it: the guest's own files, and the copy of the state directory.
    later = gateway_token.resolve(layout.TARGET_CONFIG, container_env.of(container).values, read=gateway_token.elsewhere(
        {layout.TARGET: STATE, layout.CONTAINER_STATE: STATE}))
    told_now = not resolved.unresolved and accepted and resolved.sha256() == accepted.sha256()
    if accepted and (later.sha256() != accepted.sha256() if not later.unresolved else told_now):
        where = {"command": phrase("on-the-command-line"), "environment": phrase("in-the-containers-environment")}.get(accepted.origin, phrase("in-a-place-of-the-container"))
        finding("blocks", "token-not-carried", phrase("token-not-carried", where=where, state=STATE))
    elif accepted and later.unresolved:
        finding("attention", "token-called", phrase("token-called", unresolved=later.unresolved))
    elif accepted:
        finding("fine", "token", phrase("token"))
    elif resolved.unresolved:
        finding("attention", "token-unresolved", phrase("token-unread-unproved", unresolved=resolved.unresolved, why=why))
    elif resolved.secret and not later.unresolved and later.sha256() != resolved.sha256():
        finding("attention", "token-otherwise", phrase("token-otherwise"))
    elif resolved.secret:
        finding("attention", "token-unproved", phrase("token-unproved", why=why))
    else:
        finding("attention", "token-missing", phrase("token-missing"))
    in_environment = container.environment.get(gateway_token.VARIABLE["token"], "").strip()
    if accepted and accepted.kind == "token" and in_environment and in_environment != accepted.secret:
        finding("attention", "token-differs", phrase("token-differs"))
