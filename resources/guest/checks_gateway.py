"""Acceptance: the gateway itself, by its own protocol: the token, and old history."""

import glob
import hashlib
import json
import os
import re
import subprocess
import tempfile

import gateway_token
import processes
import web

UNIT = "openclaw-gateway.service"
PORT = 28789
TARGET = "/root/.openclaw"
SOURCE = "/data/openclaw"


def environment():
    """What the running gateway was started with."""
    pid = processes.unit_states(UNIT).get(UNIT, {}).get("MainPID", "0")
    return gateway_token.of_process(pid) if pid not in ("0", "") else {}


def token():
    return gateway_token.effective(f"{TARGET}/openclaw.json", environment())


def credentials():
    """What a caller has to say (auth of the connect request), None when the gateway asks for neither."""
    variables = environment()
    gateway = gateway_token.config_of(f"{TARGET}/openclaw.json").get("gateway") or {}
    auth = gateway.get("auth") if isinstance(gateway.get("auth"), dict) else {}
    password = auth.get("password") or variables.get("OPENCLAW_GATEWAY_PASSWORD")
    if auth.get("mode") == "password" or (not auth.get("mode") and password):
        return {"password": password} if password else None
    secret = token() if auth.get("mode", "token") == "token" else None
    return {"token": secret} if secret else None


def accepted(auth):
    """Does the gateway let a caller without any pairing in by this alone? (it answers ok, or why not)"""
    connection = web.WebSocket(PORT)
    try:
        if connection.status != 101:
            return f"no WebSocket ({connection.status})"
        request = {"type": "req", "id": "1", "method": "connect", "params": {
            "minProtocol": 1, "maxProtocol": 99, "role": "operator", "scopes": [], "auth": auth,
            "client": {"id": "cli", "version": "1", "platform": "linux", "mode": "cli"}}}
        connection.send(json.dumps(request))
        for _ in range(10):
            message = json.loads(connection.receive())
            if message.get("type") == "res" and message.get("id") == "1":
                if message.get("ok"):
                    return "ok"
                error = message.get("error") or {}
                return str(error.get("message") if isinstance(error, dict) else error)[:200]
        return "no answer"
    finally:
        connection.close()


def token_unchanged(checks):
    secret = token()
    digest = hashlib.sha256(secret.encode("utf-8", "surrogateescape")).hexdigest() if secret else "none"
    expected = checks.values["token_sha256"]
    checks.critical("token-unchanged", digest == expected, f"sha256 {expected}", f"sha256 {digest}")


def token_works(checks):
    auth = credentials()
    if auth is None:
        checks.tell("token-accepted", "info", "passed", "the gateway has no token or password to try", "none")
        return
    try:
        found = accepted(auth)
    except OSError as error:
        found = f"no answer ({error})"
    checks.critical("token-accepted", found == "ok", f"the gateway accepts the old {next(iter(auth))}", found)


def sessions(folder):
    """[(updatedAt, key, agent, transcript)] of sessions whose transcript has messages, newest first."""
    found = []
    for path in glob.glob(f"{glob.escape(folder)}/agents/*/sessions/sessions.json"):
        try:
            with open(path, encoding="utf-8", errors="surrogateescape") as file:
                entries = json.load(file)
        except (OSError, ValueError):
            continue
        for key, entry in entries.items() if isinstance(entries, dict) else ():
            name = entry.get("sessionId") if isinstance(entry, dict) else None
            if not isinstance(name, str) or not re.fullmatch(r"[A-Za-z0-9._-]+", name):
                continue
            transcript = os.path.join(os.path.dirname(path), name + ".jsonl")
            if messages(transcript):
                found.append((entry.get("updatedAt") or 0, key, name))
    return sorted(found, reverse=True)


def messages(transcript):
    count = 0
    try:
        with open(transcript, encoding="utf-8", errors="replace") as file:
            for line in file:
                count += '"role":"user"' in line or '"role":"assistant"' in line
    except OSError:
        pass
    return count


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
        checks.tell("history-readable", "info", "passed", "there is no old session to read", "none")
        return
    _, key, name = old[0]
    try:
        value = call(checks, "chat.history", {"sessionKey": key, "limit": 200})
    except (ConnectionError, ValueError, subprocess.TimeoutExpired) as error:
        checks.critical("history-readable", False, "messages of the newest old session", str(error)[:300])
        return
    count = len(value.get("messages") or [])
    same = "the same session" if value.get("sessionId") == name else "another session id (the user may have begun a new one)"
    checks.critical("history-readable", count > 0, f"messages of the newest old session ({messages_of(name)} on disk)",
                    f"{count} messages, {same}")


def messages_of(name):
    return max((messages(path) for path in glob.glob(f"{SOURCE}/agents/*/sessions/{glob.escape(name)}.jsonl")), default=0)


def mode(checks):
    """An existing mode stays what it was; only an unset one is a trap (it would mean remote)."""
    gateway = gateway_token.config_of(f"{TARGET}/openclaw.json").get("gateway") or {}
    checks.info("gateway-mode", gateway.get("mode") in ("local", "remote"),
                f"local or remote (asked for: {checks.values.get('gateway_mode', 'local')})", str(gateway.get("mode")))


ALL = [("token-unchanged", "critical", token_unchanged), ("token-accepted", "critical", token_works),
       ("history-readable", "critical", history), ("gateway-mode", "info", mode)]
