"""Reads the web login (user, password) from /root/OPENCLAW_WEB_LOGIN.txt. Never prints it.

The file was written by people and scripts of different times: labelled lines in English or
Chinese, "user:password", a URL with both in it, or bare lines.
"""

import re
from urllib.parse import unquote, urlsplit

import processes
import web
from layout import LOGIN_FILE as PATH

USER = re.compile(r"(?:user(?:\s*name)?|login|account|用户名?|账号|帐号|登录名)\s*[:：=]\s*(\S+)\s*\Z", re.IGNORECASE)
PASSWORD = re.compile(r"(?:pass(?:word|wd)?|pwd|密码|口令)\s*[:：=]\s*(\S.*?)\s*\Z", re.IGNORECASE)
URL = re.compile(r"https?://\S+", re.IGNORECASE)


def candidates(text):
    """Every (user, password) the file may mean, likeliest first."""
    lines = [line.strip() for line in text.replace("\ufeff", "").splitlines() if line.strip()]
    users = [match[1] for match in map(USER.search, lines) if match]
    passwords = [match[1] for match in map(PASSWORD.search, lines) if match]
    found = list(zip(users, passwords))
    for url in URL.findall(text):
        try:
            parts = urlsplit(url)
        except ValueError:
            continue
        if parts.username and parts.password:
            found.append((unquote(parts.username), unquote(parts.password)))
    bare = [line for line in lines if not URL.search(line)]
    for line in bare:
        pair = re.fullmatch(r"([^\s:：/]+)[:/]([^\s]+)", line) or re.fullmatch(r"(\S+)\s+(\S+)", line)
        if pair:
            found.append((pair[1], pair[2]))
    found += [(first, second) for first, second in zip(bare, bare[1:]) if " " not in first + second]
    return list(dict.fromkeys(found))[:12]


def header(port, pair):
    """What a request to the port carries to log in: nothing where anybody but root could be listening."""
    return web.basic(pair) if pair and processes.front_is_root_s(port) else {}


def read(path=PATH):
    """Candidates, [] when the file is not there."""
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return candidates(file.read(65536))
    except OSError:
        return []
