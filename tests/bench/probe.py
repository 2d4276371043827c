"""Runs in a guest: asks gateway and panel, directly and through nginx, every 100 ms.

usage: probe.py                (until standard input ends; then one line of JSON)
       probe.py --warm-start   (how long the direct gateway takes from its start to the same good answer)

A good answer proves that somebody serves: the gateway's page, and after a gap its WebSocket
greeting too; the panel's own word on its health; through nginx, with the login, both.
An outage lasts from the last good answer to the first good one after it.
"""
import base64
import http.client
import json
import os
import re
import socket
import subprocess
import sys
import threading
import time

PACE = 0.1
PATIENCE = 2.0
LOGIN = "/root/OPENCLAW_WEB_LOGIN.txt"


def login():
    with open(LOGIN, encoding="utf-8") as file:
        text = file.read()
    user, password = (re.search(rf"(?im)^{name}\w*\s*[:=]\s*(\S+)", text)[1] for name in ("user", "pass"))
    return {"Authorization": "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()}


def page(port, path, headers):
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        link.request("GET", path, headers=headers)
        answer = link.getresponse()
        return answer.read(65536) if answer.status == 200 else b""
    except (OSError, http.client.HTTPException):
        return b""
    finally:
        link.close()


def greets(port, headers):
    """Whether the gateway opens a WebSocket and says its first word."""
    lines = ["GET / HTTP/1.1", f"Host: 127.0.0.1:{port}", "Upgrade: websocket", "Connection: Upgrade",
             "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: " + base64.b64encode(os.urandom(16)).decode()]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as link:
            link.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
            heard = b""
            while b"connect.challenge" not in heard and len(heard) < 65536:
                piece = link.recv(4096)
                if not piece:
                    return False
                heard += piece
            return heard.startswith(b"HTTP/1.1 101")
    except OSError:
        return False


class Target(threading.Thread):
    def __init__(self, name, port, headers):
        super().__init__(daemon=True)
        self.name_, self.port, self.headers = name, port, headers
        self.gateway = name.startswith("gateway")
        self.gaps, self.asked, self.latest = [], 0, 0.0
        self.last_good, self.bad, self.ended = None, False, threading.Event()

    def good(self):
        if not self.gateway:
            return b'"ok":true' in page(self.port, "/api/health", self.headers).replace(b" ", b"")
        return b"OpenClaw" in page(self.port, "/", self.headers) and (not self.bad or greets(self.port, self.headers))

    def run(self):
        due = time.monotonic()
        while not self.ended.is_set():
            begun = time.monotonic()
            self.latest = max(self.latest, begun - due)
            good, now = self.good(), time.time()
            self.asked += 1
            if good:
                if self.bad and self.last_good is not None:
                    self.gaps.append([self.last_good, now])
                self.last_good, self.bad = now, False
            else:
                self.bad = True
            due = max(begun + PACE, time.monotonic())
            self.ended.wait(due - time.monotonic())

    def told(self):
        return {"gaps": self.gaps, "asked": self.asked, "down": self.bad or self.last_good is None,
                "since": self.last_good, "latest": self.latest}


def warm_start():
    """What no way can go below: everything is there, and only the gateway itself has to come up."""
    subprocess.run(["systemctl", "stop", "openclaw-gateway"], check=True)
    target = Target("gateway", 28789, {})
    target.bad = True
    begun = time.monotonic()
    subprocess.run(["systemctl", "start", "openclaw-gateway"], check=True)
    while not target.good():
        if time.monotonic() - begun > 120:
            sys.exit("it does not come up")
        time.sleep(0.05)
    print(json.dumps(time.monotonic() - begun))


def main():
    if sys.argv[1:] == ["--warm-start"]:
        warm_start()
        return
    secret = login()
    targets = [Target("gateway", 28789, {}), Target("panel", 28080, {}),
               Target("gateway-front", 18789, secret), Target("panel-front", 18080, secret)]
    for target in targets:
        target.start()
    print("ready", flush=True)
    sys.stdin.read()
    for target in targets:
        target.ended.set()
    for target in targets:
        target.join(10)
    print(json.dumps({target.name_: target.told() for target in targets}), flush=True)


if __name__ == "__main__":
    main()
