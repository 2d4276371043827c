"""Scan: the gateway's token or password: as OpenClaw resolves it, and proved by a call to the running gateway."""

import checks_gateway
import container_env
import gateway_token
import processes
import token_proof
from step_io import fact, finding, say

STATE = "/data/openclaw"
PORT = 28789


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
        accepted, why = None, "the container does not run"
    token_proof.keep(accepted, container, resolved)
    return accepted, why


def scan(container):
    say("-- the gateway's token")
    resolved = token_proof.of_container(container)
    process = process_environment(container)
    started = only_by_start(container, process)
    if started:
        fact("environment_of_start", " ".join(started))
        finding("attention", "environment-of-start", f"The container's start script sets variables that Docker does not know: {', '.join(started[:20])}. They are not carried over; what OpenClaw needs of them belongs into /data/openclaw/.env.")
    if resolved.kind == "none":
        token_proof.keep(None)
        fact("token_sha256", "none")
        fact("token_proved", "no")
        finding("fine", "token-none", "The gateway's mode asks callers for neither token nor password; it stays so.")
        return
    accepted, why = prove(container, resolved, process)
    known = accepted or resolved
    fact("token_proved", "yes" if accepted else "no")
    fact("token_place", known.origin)
    fact("token_sha256", known.sha256() if accepted or not resolved.unresolved else "unresolved")
    tell(container, resolved, accepted, why)


def tell(container, resolved, accepted, why):
    # As the direct gateway will see it: the guest's own files, and the copy of the state directory.
    later = gateway_token.resolve("/root/.openclaw/openclaw.json", container_env.of(container).values, read=gateway_token.elsewhere(
        {"/root/.openclaw": STATE, "/home/node/.openclaw": STATE}))
    told_now = not resolved.unresolved and accepted and resolved.sha256() == accepted.sha256()
    if accepted and (later.sha256() != accepted.sha256() if not later.unresolved else told_now):
        where = {"command": "on the container's command line", "environment": "in the container's environment"}.get(accepted.origin, "in a place of the container's")
        finding("blocks", "token-not-carried", f"The token that the gateway accepts stands {where}, and the direct gateway would not find it there. Write it into {STATE}/openclaw.json (gateway.auth) or {STATE}/.env, start the container again, and scan again.")
    elif accepted and later.unresolved:
        finding("attention", "token-called", f"The gateway accepts its token; where it stands cannot be told by reading ({later.unresolved}). That the direct gateway accepts the same is proved by a call.")
    elif accepted:
        finding("fine", "token", "The gateway accepts its token, as a call proved; it is carried over, and the same call proves it afterwards.")
    elif resolved.unresolved:
        finding("attention", "token-unresolved", f"Which token the gateway takes cannot be told by reading ({resolved.unresolved}), and no call could prove it ({why}). Try the user's own token after the start.")
    elif resolved.secret and not later.unresolved and later.sha256() != resolved.sha256():
        finding("attention", "token-otherwise", "By what stands in the files the direct gateway's token would be another than the container's; which one it accepts is proved by a call after the start.")
    elif resolved.secret:
        finding("attention", "token-unproved", f"The gateway's token was found, but no call could prove it ({why}). It is carried over; a difference later is told and fails nothing.")
    else:
        finding("attention", "token-missing", "Neither the environment nor openclaw.json has a gateway token; the gateway will make one of its own.")
    in_environment = container.environment.get(gateway_token.VARIABLE["token"], "").strip()
    if accepted and accepted.kind == "token" and in_environment and in_environment != accepted.secret:
        finding("attention", "token-differs", "openclaw.json and the container's environment have different gateway tokens; openclaw.json's counts, and calls that take the environment's are refused.")
