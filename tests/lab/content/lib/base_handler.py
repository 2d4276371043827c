"""What the lab's two HTTP servers have in common."""

import json
from http.server import BaseHTTPRequestHandler


class BaseHandler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    request_log = None

    def log_message(self, format, *args):  # noqa: A002 (the name is the base class's)
        self.request_log.write(f"{self.client_address[0]} {format % args}")

    def send_json(self, status, value):
        self.send_bytes(status, json.dumps(value).encode(), "application/json")

    def send_bytes(self, status, body, content_type):
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
