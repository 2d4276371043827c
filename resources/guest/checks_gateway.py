"""Acceptance: the gateway itself, by its own protocol: the token, and old history."""

import http.client
import ipaddress
import json
import os
import re
import socket
import ssl
import subprocess
import tempfile
import urllib.parse

import beneath
import gateway_token
import processes
import token_proof
import web
from step_io import phrase, show
from layout import GATEWAY_PORT as PORT, GATEWAY_UNIT as UNIT, SRC_STATE as SOURCE, TARGET

LARGEST = 64 << 20
TURN_SECONDS = 60  # a model of the user's own may have to be loaded first


def environment():
    """What the running gateway was started with."""
    pid = processes.unit_states(UNIT).get(UNIT, {}).get("MainPID", "0")
    return gateway_token.of_process(pid) if pid not in ("0", "") else {}


def folder_env():
    """.env in the directory that the unit starts in."""
    folder = processes.working_directory(UNIT)
    try:
        return gateway_token.read_file(os.path.join(folder, ".env")) if folder else b""
    except OSError:
        return b""


def resolved():
    """The Credential of the direct gateway, as OpenClaw finds it."""
    return gateway_token.resolve(f"{TARGET}/openclaw.json", environment(), folder_env=folder_env())


def credential():
    """The Credential to call the gateway with: the one that was proved before, else the one that is read.

    What is read may be none at all (a program gives it); then what the service was given is looked through
    for the proved one.
    """
    found, proof = resolved(), token_proof.kept()
    if proof:
        for one in gateway_token.candidates(found, environment()):
            if (one.kind, one.sha256()) == (proof.kind, proof.sha256):
                return one
    return found


def credentials():
    """auth of the connect request, None when there is nothing to say."""
    return credential().auth()


def accepted(auth, port=PORT):
    """Does the gateway let a caller without any pairing in by this alone? (it answers ok, or why not)"""
    connection = web.WebSocket(port)
    try:
        if connection.status != 101:
            return phrase("no-websocket", status=connection.status)
        request = {"type": "req", "id": "1", "method": "connect", "params": {
            "minProtocol": 1, "maxProtocol": 99, "role": "operator", "scopes": [], "auth": auth,
            "client": {"id": "cli", "version": "1", "platform": "linux", "mode": "cli"}}}
        connection.send(json.dumps(request))
        for _ in range(10):
            message = json.loads(connection.receive())
            if isinstance(message, dict) and message.get("type") == "res" and message.get("id") == "1":
                if message.get("ok"):
                    return "ok"
                error = message.get("error") or {}
                return str(error.get("message") if isinstance(error, dict) else error)[:200]
        return phrase("no-answer")
    finally:
        connection.close()


def token_unchanged(checks):
    """By hash. It decides only where a call proved before what the hash is of: a reading alone may be wrong."""
    proof, now = token_proof.kept(), resolved()
    found = phrase("unresolved", unresolved=now.unresolved) if now.unresolved else f"sha256 {now.sha256()}"
    if proof and not now.unresolved:
        same = now.sha256() == proof.sha256
        # A call that the direct gateway answers with yes outweighs what was read of it.
        if same or not opens(credential()):
            checks.critical("token-unchanged", same, phrase("sha256-accepted-call-before", sum=proof.sha256), found)
        else:
            checks.info("token-unchanged", False, phrase("sha256-accepted-call-before", sum=proof.sha256), phrase("sum-yet-old-accepted", sum=now.sha256()))
        return
    expected = proof.sha256 if proof else checks.values["token_sha256"]
    checks.info("token-unchanged", not now.unresolved and now.sha256() == expected,
                phrase("sha256-accepted-call-before" if proof else "sum-not-proved", sum=expected), found)


def opens(one):
    proof = token_proof.kept()
    return bool(proof and one.sha256() == proof.sha256) and token_proof.asked(accepted, one.auth()) == "ok"


def token_works(checks):
    proof, one = token_proof.kept(), credential()
    auth = one.auth()
    if auth is None:
        if proof or one.unresolved:
            checks.tell("token-accepted", "info", "unknown", phrase("gateway-accepts-as-before"),
                        phrase("what-to-try-unread", unresolved=one.unresolved or phrase("nothing-is-set")))
        else:
            checks.tell("token-accepted", "info", "passed", phrase("gateway-has-nothing-to-try"), phrase("none"))
        return
    found = token_proof.asked(accepted, auth)
    proved = bool(proof and one.sha256() == proof.sha256)
    if proved:
        checks.critical("token-accepted", found == "ok", phrase("gateway-accepts-old", kind=one.kind), found, phrase("accepted", kind=proof.kind))
    else:
        checks.info("token-accepted", found == "ok", phrase("gateway-accepts-what-was-read", kind=one.kind), found)


def lines_of(tree, transcript):
    """Nothing when it cannot be read."""
    try:
        with open(tree.open_file(transcript), encoding="utf-8", errors="replace") as file:
            while line := file.readline(LARGEST):
                yield line
    except OSError:
        return


def answers_in(tree, transcript):
    """Answers of the model in a transcript; one that only tells an error is none."""
    return sum('"role":"assistant"' in line and '"stopReason":"error"' not in line for line in lines_of(tree, transcript))


def new_answers():
    """How many answers stand in the direct gateway's transcripts that the source does not have."""
    with beneath.Tree(TARGET) as now, beneath.Tree(SOURCE) as old:
        return sum(max(0, answers_in(now, path) - answers_in(old, path)) for path in now.glob("agents/*/sessions/*.jsonl"))


def near(host):
    """Whether all addresses of a host are this machine's or a private network's: asking there costs nobody."""
    try:
        found = {ipaddress.ip_address(entry[4][0].split("%")[0]) for entry in socket.getaddrinfo(host, None)}
    except (OSError, ValueError, UnicodeError):
        return False
    return bool(found) and all(address.is_loopback or address.is_private for address in found)


def model_servers(config):
    """[(provider, its URL taken apart)] of the models' servers that may be asked without cost."""
    providers = gateway_token.part(config, "models", "providers")
    for name, provider in sorted(providers.items()) if isinstance(providers, dict) else ():
        base = provider.get("baseUrl") if isinstance(provider, dict) else None
        try:
            url = urllib.parse.urlsplit(base if isinstance(base, str) else "")
            if url.scheme in ("http", "https") and url.hostname and near(url.hostname):
                yield name, url, url.port
        except ValueError:
            continue


def server_answer(url, port):
    """What the server says to a question for its list of models; no key is sent."""
    kind = http.client.HTTPSConnection if url.scheme == "https" else http.client.HTTPConnection
    more = {"context": ssl._create_unverified_context()} if url.scheme == "https" else {}  # only whether it is there
    connection = kind(url.hostname, port, timeout=5, **more)
    try:
        connection.request("GET", url.path.rstrip("/") + "/models")
        return str(connection.getresponse().status)
    except (OSError, http.client.HTTPException, ValueError) as error:
        return phrase("no-answer-because", error=error)
    finally:
        connection.close()


def model_reachable(checks):
    """Servers of models in the guest or a private network, by a question that no model is run for."""
    for name, url, port in list(model_servers(gateway_token.config_of(f"{TARGET}/openclaw.json")))[:8]:
        found = server_answer(url, port)
        checks.info("model-reachable", found.isdigit(), phrase("server-provider-answers", name=show(name)), found)


def free_model(config):
    """(its name, URL taken apart, port, id, key) of the bot's own model where an answer costs nothing by what its owner
    wrote: a server nearby, and prices of zero. None where it may cost, or is spoken to otherwise."""
    chosen = gateway_token.part(config, "agents", "defaults", "model")
    chosen = chosen.get("primary") if isinstance(chosen, dict) else chosen
    name, _, identifier = chosen.partition("/") if isinstance(chosen, str) else ("", "", "")
    provider = gateway_token.part(config, "models", "providers", name)
    if not identifier or not isinstance(provider, dict) or provider.get("api", "openai-completions") != "openai-completions":
        return None
    models = provider.get("models") if isinstance(provider.get("models"), list) else []
    entry = next((one for one in models if isinstance(one, dict) and one.get("id") == identifier), {})
    cost = entry.get("cost")
    if not isinstance(cost, dict) or [cost.get("input"), cost.get("output")] != [0, 0]:
        return None
    for server, url, port in model_servers({"models": {"providers": {name: provider}}}):
        if url.scheme != "http":
            return None  # which authorities the bot trusts besides the guest's is not known here
        key = provider.get("apiKey")
        try:
            key = gateway_token.substituted(key, gateway_token.with_config(environment(), config)) if isinstance(key, str) else ""
        except gateway_token.Unresolved:
            return None
        return f"{server}/{identifier}", url, port, identifier, key
    return None


def turn(url, port, identifier, key):
    """"answered", or what came instead. Asked as the bot's own requests are, in no session and with no tools."""
    connection = http.client.HTTPConnection(url.hostname, port, timeout=TURN_SECONDS)
    body = json.dumps({"model": identifier, "max_tokens": 8, "messages": [{"role": "user", "content": "Answer with one word: ok"}]})
    try:
        connection.request("POST", url.path.rstrip("/") + "/chat/completions", body,
                           {"Content-Type": "application/json", **({"Authorization": f"Bearer {key}"} if key else {})})
        answer = connection.getresponse()
        if answer.status != 200:
            return f"HTTP {answer.status}"
        choices = gateway_token.part(json.loads(answer.read(LARGEST)), "choices")
        return "answered" if isinstance(choices, list) and choices else phrase("answer-without-words")
    except (OSError, http.client.HTTPException, ValueError, RecursionError) as error:
        return phrase("no-answer-because", error=type(error).__name__)
    finally:
        connection.close()


def model_turn(checks):
    """A real question, where that costs nobody anything. Elsewhere there is no such row."""
    if found := free_model(gateway_token.config_of(f"{TARGET}/openclaw.json")):
        name, *where = found
        said = turn(*where)
        checks.info("model-turn", said == "answered", phrase("model-answers-short-question", name=show(name)), phrase("answered") if said == "answered" else said)


def model(checks):
    """The program sends no message of its own: it would cost the user, and stand in his sessions."""
    answers = new_answers()
    if answers:
        checks.tell("model-answered", "info", "passed", phrase("model-answer-since-start"), phrase("since-start", answers=answers))
    else:
        checks.tell("model-answered", "info", "passed", phrase("no-message-is-sent"), phrase("no-model-answer-seen"))


def sessions(folder):
    """[(updatedAt, key, agent, transcript)] of sessions whose transcript has messages, newest first."""
    found = []
    if not os.path.isdir(folder):
        return found
    with beneath.Tree(folder) as tree:
        for path in tree.glob("agents/*/sessions/sessions.json"):
            try:
                entries = json.loads(tree.read(path, LARGEST).decode("utf-8", "surrogateescape"))
            except (OSError, ValueError, RecursionError):
                continue
            for key, entry in entries.items() if isinstance(entries, dict) else ():
                name = entry.get("sessionId") if isinstance(entry, dict) else None
                if not isinstance(name, str) or not re.fullmatch(r"[A-Za-z0-9._-]+", name):
                    continue
                if messages(tree, os.path.join(os.path.dirname(path), name + ".jsonl")):
                    moment = entry.get("updatedAt")
                    found.append((moment if isinstance(moment, (int, float)) else 0, key, name))
    return sorted(found, reverse=True)


def messages(tree, transcript):
    return sum('"role":"user"' in line or '"role":"assistant"' in line for line in lines_of(tree, transcript))


def call(checks, method, params):
    """`openclaw gateway call`, told by a small configuration of our own where to call: with
    gateway.mode remote the program would look elsewhere. The token travels in the environment."""
    values = checks.values
    with tempfile.TemporaryDirectory() as folder:
        config = os.path.join(folder, "openclaw.json")
        with open(config, "w", encoding="utf-8") as file:
            json.dump({"gateway": {"mode": "local", "port": PORT, "bind": "loopback"}}, file)
        variables = {"HOME": "/root", "LANG": "C.UTF-8", "OPENCLAW_CONFIG_PATH": config, "OPENCLAW_STATE_DIR": TARGET,
                     "PATH": os.path.dirname(values["node_bin"]) + ":/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"}
        auth = credentials() or {}
        secret = next(iter(auth.values()), None)
        variables.update({f"OPENCLAW_GATEWAY_{name.upper()}": value for name, value in auth.items()})
        answer = subprocess.run(
            [values["openclaw_bin"], "gateway", "call", method, "--json", "--timeout", "30000", "--params", json.dumps(params)],
            env=variables, cwd="/", stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            timeout=90, check=False)
    if answer.returncode != 0:
        lines = answer.stderr.decode("utf-8", "replace").strip().splitlines()
        text = lines[0] if lines else f"exit {answer.returncode}"
        raise ConnectionError(text.replace(secret, "[redacted]") if secret else text)
    text = answer.stdout.decode("utf-8", "replace")
    return json.loads(text[text.index("{"):])


def history(checks):
    """The newest old session, asked for through the direct gateway: not blank, and the same session."""
    old = sessions(SOURCE)
    if not old:
        checks.tell("history-readable", "info", "passed", phrase("no-old-session"), phrase("none"))
        return
    _, key, name = old[0]
    try:
        value = call(checks, "chat.history", {"sessionKey": key, "limit": 200})
    except (ConnectionError, ValueError, subprocess.TimeoutExpired) as error:
        checks.critical("history-readable", False, phrase("messages-of-old-session"), str(error)[:300])
        return
    count = len(value.get("messages") or [])
    same = phrase("same-session") if value.get("sessionId") == name else phrase("another-session")
    checks.critical("history-readable", count > 0, phrase("messages-of-old-session-on-disk", count=messages_of(name)),
                    phrase("messages-read", count=count, session=same))


def messages_of(name):
    with beneath.Tree(SOURCE) as tree:
        return max((messages(tree, path) for path in tree.glob(f"agents/*/sessions/{name}.jsonl")), default=0)


def mode(checks):
    """An existing mode stays what it was; only an unset one is a trap (it would mean remote)."""
    gateway = gateway_token.config_of(f"{TARGET}/openclaw.json").get("gateway") or {}
    checks.info("gateway-mode", gateway.get("mode") in ("local", "remote"),
                phrase("mode-asked-for", wanted=checks.values.get("gateway_mode", "local")), str(gateway.get("mode")))


ALL = [("token-unchanged", "critical", token_unchanged), ("token-accepted", "critical", token_works),
       ("history-readable", "critical", history), ("gateway-mode", "info", mode), ("model-reachable", "info", model_reachable),
       ("model-turn", "info", model_turn), ("model-answered", "info", model)]
