"""Acceptance: the direct ports, and nginx in front of them with and without the login."""

import login_file
import web

DIRECT = (("panel", 28080), ("gateway", 28789))
FRONT = (("panel", 18080), ("gateway", 18789))


def direct(checks):
    for name, port in DIRECT:
        answer = web.request(port)
        checks.critical(f"http-{name}-direct", answer.status == 200, "200", answer.told())


def front_anonymous(checks):
    """401 proves that nginx guards the port, not that anything stands behind it."""
    for name, port in FRONT:
        answer = web.request(port)
        checks.critical(f"http-{name}-front-anonymous", answer.status == 401, "401", answer.told())


def login(checks):
    """The login that the front accepts (nginx tells by anything but 401); None when there is none."""
    if "login" not in checks.shared:
        found = login_file.read()
        checks.shared["login"] = next(
            (pair for pair in found if web.request(FRONT[0][1], headers=web.basic(pair)).status not in (0, 401)), None)
        checks.shared["login_known"] = bool(found)
    return checks.shared["login"]


def front_login(checks):
    pair = login(checks)
    for name, port in FRONT:
        identifier = f"http-{name}-front-login"
        if not checks.shared["login_known"]:
            checks.tell(identifier, "critical", "unknown", "200", f"{login_file.PATH} is missing or holds no login")
            continue
        answer = web.request(port, headers=web.basic(pair), timeout=20)
        checks.critical(identifier, answer.status == 200, "200", answer.told())


def websocket(checks):
    pair = login(checks)
    if pair is None and not checks.shared["login_known"]:
        checks.tell("websocket-front", "critical", "unknown", "101", f"{login_file.PATH} is missing or holds no login")
        return
    try:
        connection = web.WebSocket(FRONT[1][1], headers=web.basic(pair))
        status = connection.status
        greeting = connection.receive() if status == 101 else ""
        connection.close()
    except OSError as error:
        checks.critical("websocket-front", False, "101 and the gateway's greeting", f"no answer ({error})")
        return
    checks.critical("websocket-front", status == 101 and "connect.challenge" in greeting, "101 and the gateway's greeting",
                    f"{status}, {'greeted' if 'connect.challenge' in greeting else 'no greeting'}")


ALL = [("http-direct", "critical", direct), ("http-front-anonymous", "critical", front_anonymous),
       ("http-front-login", "critical", front_login), ("websocket-front", "critical", websocket)]
