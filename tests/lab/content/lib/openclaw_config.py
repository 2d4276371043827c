#!/usr/bin/env python3
"""openclaw_config.py VARIANT KEY: openclaw.json as it stands before the migration."""

import json
import sys

MODEL = {"id": "lab-echo", "name": "Lab Echo", "reasoning": False, "input": ["text"],
         "cost": {"input": 0, "output": 0, "cacheRead": 0, "cacheWrite": 0},
         "contextWindow": 128000, "maxTokens": 4096}


def configuration(variant, key):
    gateway = {"controlUi": {"allowedOrigins": ["http://127.0.0.1:18789"]}}
    if variant == "restart-always":
        # The key is in the container's environment only, and a mode is set already.
        key = "${LAB_MODEL_KEY}"
        gateway = {"mode": "local", **gateway}
    return {
        "models": {"providers": {"lab": {"baseUrl": "http://10.10.10.1:8788/v1", "apiKey": key,
                                         "api": "openai-completions", "models": [MODEL]}}},
        "agents": {"defaults": {"model": {"primary": "lab/lab-echo"},
                                "workspace": "/home/node/.openclaw/workspace"}},
        "gateway": gateway,
        "messages": {"ackReactionScope": "group-mentions"},
    }


JSON5 = """\
// 小鸡的配置，手工改过
{{
  models: {{
    providers: {{
      lab: {{
        baseUrl: 'http://10.10.10.1:8788/v1', // the lab's model
        apiKey: '{key}',
        api: 'openai-completions',
        models: [{{
          id: 'lab-echo', name: "Lab Echo", reasoning: false, input: ['text'],
          cost: {{ input: 0, output: .0, cacheRead: +0, cacheWrite: 0x0 }},
          contextWindow: 128000, maxTokens: 4096,
        }}],
      }},
    }},
  }},
  agents: {{
    defaults: {{
      model: {{ primary: 'lab/lab-echo' }},
      /* moved by the owner,
         with a space in its name */
      workspace: '/home/node/.openclaw/spaces/工作 区',
    }},
  }},
  gateway: {{
    controlUi: {{ allowedOrigins: ['http://127.0.0.1:18789',] }},
  }},
  messages: {{ ackReactionScope: 'group-mentions' }},
}}
"""


def main(variant, key):
    if variant == "json5":
        return JSON5.format(key=key)
    return json.dumps(configuration(variant, key), ensure_ascii=False, indent=2) + "\n"


sys.stdout.reconfigure(encoding="utf-8")
sys.stdout.write(main(sys.argv[1], sys.argv[2]))
