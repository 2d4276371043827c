"""A mock model: OpenAI's chat completions, streaming or not, with answers that can be foretold.

The answer to a text is "echo: " and the text's last line that is not empty.
"""

import hashlib
import json
import time

from base_handler import BaseHandler

MODEL = "lab-echo"


def last_user_text(messages):
    for message in reversed(messages):
        if message.get("role") != "user":
            continue
        content = message.get("content")
        if isinstance(content, list):
            content = "\n".join(p.get("text", "") for p in content if isinstance(p, dict))
        lines = [line.strip() for line in str(content or "").splitlines() if line.strip()]
        return lines[-1] if lines else ""
    return ""


class ModelHandler(BaseHandler):
    server_version = "lab-model"

    def do_GET(self):
        if self.path.rstrip("/").endswith("/models"):
            return self.send_json(200, {"object": "list", "data": [
                {"id": MODEL, "object": "model", "owned_by": "lab"}]})
        return self.send_json(404, {"error": {"message": "not found"}})

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if not self.path.split("?")[0].endswith("/chat/completions"):
            return self.send_json(404, {"error": {"message": "not found"}})
        if not self.headers.get("Authorization", "").startswith("Bearer "):
            return self.send_json(401, {"error": {"message": "no key"}})
        try:
            request = json.loads(body)
        except ValueError:
            return self.send_json(400, {"error": {"message": "not JSON"}})
        answer = "echo: " + last_user_text(request.get("messages") or [])
        name = "chatcmpl-" + hashlib.sha256(body).hexdigest()[:16]
        common = {"id": name, "created": int(time.time()), "model": request.get("model", MODEL)}
        usage = {"prompt_tokens": len(body) // 4, "completion_tokens": len(answer) // 4,
                 "total_tokens": len(body) // 4 + len(answer) // 4}
        if request.get("stream"):
            return self._stream(common, answer, usage)
        message = {"role": "assistant", "content": answer}
        return self.send_json(200, {**common, "object": "chat.completion", "usage": usage,
                                    "choices": [{"index": 0, "message": message,
                                                 "finish_reason": "stop"}]})

    def _stream(self, common, answer, usage):
        def event(delta, finish=None, **more):
            choices = [{"index": 0, "delta": delta, "finish_reason": finish}]
            return {**common, "object": "chat.completion.chunk", "choices": choices, **more}

        half = max(1, len(answer) // 2)
        events = [event({"role": "assistant", "content": ""}), event({"content": answer[:half]}),
                  event({"content": answer[half:]}), event({}, "stop"),
                  {**common, "object": "chat.completion.chunk", "choices": [], "usage": usage}]
        text = "".join(f"data: {json.dumps(e)}\n\n" for e in events) + "data: [DONE]\n\n"
        self.send_bytes(200, text.encode(), "text/event-stream")


def handler_for(log):
    return type("Handler", (ModelHandler,), {"request_log": log})
