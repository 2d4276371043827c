"""Points the gateway's configuration at its new port and home; the old text is kept beside it."""
import json
import os
import time

path = "/root/.openclaw/openclaw.json"
with open(path, encoding="utf-8") as file:
    text = file.read()
kept = os.open(f"{path}.bak.{time.strftime('%Y%m%d%H%M%S')}", os.O_WRONLY | os.O_CREAT, 0o600)
os.write(kept, text.encode())
os.close(kept)
config = json.loads(text.replace("/home/node/.openclaw", "/root/.openclaw"))
gateway = config.setdefault("gateway", {})
gateway.update(port=28789, bind=gateway.get("bind") or "loopback", mode=gateway.get("mode") or "local")
gateway.setdefault("remote", {})["url"] = "ws://127.0.0.1:28789"
origins = gateway.setdefault("controlUi", {}).setdefault("allowedOrigins", [])
origins += [o for o in ("http://127.0.0.1:18789", "http://localhost:18789") if o not in origins]
with open(path, "w", encoding="utf-8") as file:
    json.dump(config, file, ensure_ascii=False, indent=2)
os.chmod(path, 0o600)
