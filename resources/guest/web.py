"""HTTP and WebSocket against this machine, with Python's own library, never following a redirect."""

import base64
import hashlib
import http.client
import json
import os
import re
import socket
import time
from step_io import phrase

LARGEST = 4 << 20
LONGEST = 90.0  # seconds of one WebSocket, however little comes at a time
WEBSOCKET_KEY_SALT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"


class Answer:
    def __init__(self, status, headers, body, error=""):
        self.status, self.headers, self.body, self.error = status, headers, body, error

    def json(self):
        try:
            value = json.loads(self.body.decode("utf-8"))
        except (ValueError, RecursionError):
            return None
        return value if isinstance(value, dict) else None

    def told(self):
        return str(self.status) if self.status else phrase("no-answer-because", error=self.error)


def basic(login):
    """The header for a (user, password) pair, {} for None."""
    if login is None:
        return {}
    return {"Authorization": "Basic " + base64.b64encode(":".join(login).encode()).decode("ascii")}


def request(port, path="/", method="GET", body=None, headers=None, timeout=10):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=timeout)
    try:
        headers = dict(headers or {})
        if body is not None:
            body = json.dumps(body).encode("utf-8")
            headers["Content-Type"] = "application/json"
        connection.request(method, path, body=body, headers=headers)
        response = connection.getresponse()
        return Answer(response.status, response.headers, response.read(LARGEST))
    except (OSError, http.client.HTTPException) as error:
        return Answer(0, {}, b"", str(error) or type(error).__name__)
    finally:
        connection.close()


def code(port, timeout=5):
    return request(port, timeout=timeout).status


class WebSocket:
    """Just enough of RFC 6455 to shake hands and exchange short texts. status is 101 when it worked."""

    def __init__(self, port, headers=None, timeout=10, host="127.0.0.1", path="/"):
        self.timeout, self.until = timeout, time.monotonic() + LONGEST
        self.socket = socket.create_connection((host, port), timeout=timeout)
        key = base64.b64encode(os.urandom(16)).decode("ascii")
        lines = [f"GET {path} HTTP/1.1\r\nHost: {host}:{port}", "Upgrade: websocket", "Connection: Upgrade",
                 f"Sec-WebSocket-Key: {key}", "Sec-WebSocket-Version: 13"]
        lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
        self.socket.sendall(("\r\n".join(lines) + "\r\n\r\n").encode("ascii"))
        self.buffer = b""
        while b"\r\n\r\n" not in self.buffer and len(self.buffer) < 65536:
            more = self._more(4096)
            if not more:
                break
            self.buffer += more
        head, _, self.buffer = self.buffer.partition(b"\r\n\r\n")
        match = re.match(rb"HTTP/1\.[01] (\d{3})", head)
        self.status = int(match[1]) if match else 0
        accept = base64.b64encode(hashlib.sha1((key + WEBSOCKET_KEY_SALT).encode()).digest())
        if self.status == 101 and accept.lower() not in head.lower():
            self.status = 0

    def _more(self, most):
        left = self.until - time.monotonic()
        if left <= 0:
            raise TimeoutError("it talks without an end")
        self.socket.settimeout(min(self.timeout, left))
        return self.socket.recv(most)

    def _take(self, count):
        while len(self.buffer) < count:
            more = self._more(65536)
            if not more:
                raise ConnectionError("closed")
            self.buffer += more
        taken, self.buffer = self.buffer[:count], self.buffer[count:]
        return taken

    def receive(self):
        """The next text message; raises ConnectionError with the reason when the peer closes."""
        message = b""
        while True:
            first, second = self._take(2)
            size = second & 0x7F
            if size > 125:
                size = int.from_bytes(self._take(2 if size == 126 else 8), "big")
            if len(message) + size > LARGEST:
                raise ConnectionError("message too large")
            payload = self._take(size)
            kind = first & 0x0F
            if kind == 8:
                raise ConnectionError(payload[2:].decode("utf-8", "replace") or "closed")
            if kind in (0, 1, 2):
                message += payload
                if first & 0x80:
                    return message.decode("utf-8", "replace")

    def send(self, text, kind=1):
        data, mask = text.encode("utf-8"), os.urandom(4)
        size = len(data)
        head = bytes([0x80 | kind])
        head += bytes([0x80 | size]) if size < 126 else b"\xfe" + size.to_bytes(2, "big")
        self.socket.sendall(head + mask + bytes(byte ^ mask[i % 4] for i, byte in enumerate(data)))

    def close(self):
        try:
            self.send("", 8)
        except OSError:
            pass
        self.socket.close()
