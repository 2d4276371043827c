"""Acceptance: the direct ports, and what stands in front of them, with and without the login.

Compared with what the scan saw while Docker's version ran; a front is the user's own.
"""

import behaviour
import login_file
import web
from step_io import phrase

DIRECT = (("panel", behaviour.PANEL), ("gateway", behaviour.GATEWAY))
FRONT = tuple((name, behaviour.FRONT_OF[port]) for name, port in DIRECT)
GREETING = phrase("status-101-and-greeting")


def ask(port, path="/", pair=None):
    return lambda: web.request(port, path, headers=login_file.header(port, pair), timeout=10)


def direct(checks):
    for name, port in DIRECT:
        behaviour.compare(checks, f"http-{name}-direct", checks.before.status(port), ask(port), checks.before.otherwise(name), must_answer=True)


def health(checks):
    """What watches this VM from elsewhere asks these; the panel's is among the checks of its interface."""
    before = checks.before
    for name, port in DIRECT:
        for path in before.paths(port):
            if path in ("/healthz", "/readyz"):
                was, same = before.status(port, path), lambda answer, was=before.status(port, path): behaviour.same(was, answer.status)
                now = ask(port, path)() if before.otherwise(name) else behaviour.settle(ask(port, path), same)
                checks.tell(f"http-{name}-{path[1:]}", "info", "passed" if same(now) else "warning",
                            phrase("same-as-before", before=behaviour.told(was)), now.told(), behaviour.told(was))
    for port in (behaviour.GATEWAY, behaviour.FRONT_OF[behaviour.GATEWAY]):
        for path in set(before.paths(port)) - {"/", *behaviour.HEALTH[behaviour.GATEWAY]}:
            # The page lies elsewhere (controlUi.basePath).
            way = "login" if before.status(port, path, "login") is not None else "anonymous"
            behaviour.compare(checks, f"http-gateway-base-path-{port}", before.status(port, path, way),
                              ask(port, path, login(checks) if way == "login" else None), before.otherwise("gateway"))


def front_anonymous(checks):
    """What is answered without a login proves what guards the port, not that anything stands behind it."""
    for name, port in FRONT:
        before = checks.before.status(port)
        behaviour.compare(checks, f"http-{name}-front-anonymous", before, ask(port), checks.before.otherwise(name),
                          None if checks.before.known else 401, guard=True)


def working_login():
    """The (user, password) of the login file that a guarded front port accepts, or None."""
    found = login_file.read()
    for _, port in FRONT:
        if found and web.request(port).status in behaviour.GUARDED:
            for pair in found:
                if web.request(port, headers=login_file.header(port, pair)).status not in (0, *behaviour.GUARDED):
                    return pair
    return None


def login(checks):
    """The login that the front accepts; None when there is none."""
    if "login" not in checks.shared:
        checks.shared["login"] = working_login()
        checks.shared["login_known"] = bool(login_file.read())
    return checks.shared["login"]


def front_login(checks):
    pair = login(checks)
    for name, port in FRONT:
        identifier, before = f"http-{name}-front-login", checks.before.status(port, way="login")
        if before is None and checks.before.known:
            anonymous = checks.before.status(port)
            if anonymous in behaviour.GUARDED:
                checks.tell(identifier, "info", "unknown", phrase("as-before"), phrase("no-login-front-accepts"), phrase("no-login-known"))
            else:
                checks.tell(identifier, "info", "passed", phrase("no-login-is-asked-for"), phrase("no-login-is-asked-for"), phrase("no-login-was-asked-for"))
        elif not checks.shared["login_known"]:
            checks.tell(identifier, "critical", "unknown", behaviour.told(before or 200), phrase("missing-holds-no-login", path=login_file.PATH),
                        behaviour.told(before))
        else:
            behaviour.compare(checks, identifier, before, ask(port, pair=pair), checks.before.otherwise(name),
                              None if checks.before.known else 200)


def greeting(port, path="/", pair=None):
    """{status, greeted, path} of a WebSocket there; the status is 0 when nothing answers."""
    try:
        connection = web.WebSocket(port, headers=login_file.header(port, pair), path=path)
    except (OSError, ValueError):
        return {"status": 0, "greeted": False, "path": path}
    try:
        greeted = connection.status == 101 and "connect.challenge" in connection.receive()
    except OSError:
        greeted = False
    finally:
        connection.close()
    return {"status": connection.status, "greeted": greeted, "path": path}


def greeting_told(one):
    return phrase("status-and-greeting", status=one["status"] or phrase("no-answer"), greeting=phrase("greeted") if one["greeted"] else phrase("no-greeting"))


def websocket(checks):
    """Direct and through the front. Who was greeted before is greeted again."""
    for name, port, pair in (("direct", behaviour.GATEWAY, None), ("front", behaviour.FRONT_OF[behaviour.GATEWAY], login(checks))):
        identifier, before = f"websocket-{name}", checks.before.part("websocket", name)
        if before is None and name == "front" and pair is None and not checks.shared["login_known"]:
            checks.tell(identifier, "critical", "unknown", "101", phrase("missing-holds-no-login", path=login_file.PATH))
            continue
        path = before.get("path", "/") if before else "/"
        now = behaviour.settle(lambda port=port, path=path, pair=pair: greeting(port, path, pair), lambda one: one["greeted"])
        was = greeting_told(before) if before else ""
        if now["greeted"] or before is None or before.get("greeted"):
            checks.tell(identifier, "critical", "passed" if now["greeted"] else "failed", GREETING, greeting_told(now), was)
        else:
            checks.tell(identifier, "info", "warning", phrase("no-greeting-as-before-or-better"), greeting_told(now), was)


ALL = [("http-direct", "critical", direct), ("http-health", "info", health), ("http-front-anonymous", "critical", front_anonymous),
       ("http-front-login", "critical", front_login), ("websocket", "critical", websocket)]
