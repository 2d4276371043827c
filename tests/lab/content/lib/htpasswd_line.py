#!/usr/bin/env python3
"""htpasswd_line.py USER < PASSWORD: one line of a password file that nginx reads."""

import base64
import hashlib
import os
import sys

password = sys.stdin.readline().rstrip("\n").encode()
salt = os.urandom(8)
digest = hashlib.sha1(password + salt).digest()
print(f"{sys.argv[1]}:{{SSHA}}{base64.b64encode(digest + salt).decode()}")
