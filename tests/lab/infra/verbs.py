"""The verbs of ./dev lab."""
import argparse
import ctypes
import json
import os
import shlex
import signal
import subprocess
import sys

from . import faultverbs, keeper, leftovers, machine, prerequisites, prune, up
from .control import ask
from .names import CONTENT, PANEL_TAG, SOURCES, LabNames, variant_of
from .shell import LabError, say

MOST_GUESTS = 60  # what the addresses and the port blocks have room for


def config(lab: LabNames) -> dict:
    try:
        return json.loads((lab.state / "config.json").read_text())
    except OSError as error:
        raise LabError("this checkout's lab is not up: ./dev lab up") from error


def do_up(lab, args):
    if not 1 <= args.guests <= MOST_GUESTS:
        raise LabError(f"a lab has 1 to {MOST_GUESTS} guests")
    prerequisites.ensure()
    with leftovers.exclusive(lab):
        up.up(lab, args.guests, args.bare)


def do_down(lab, _args):
    prerequisites.ensure()
    with leftovers.exclusive(lab):
        leftovers.clear(lab)


def do_prune(_lab, _args):
    prerequisites.ensure()
    prune.prune()


def _wait(lab, vmids):
    up.wait_all(lab, vmids, until_serving=not config(lab)["bare"])


def do_reset(lab, args):
    vmids = [args.vmid] if args.vmid else config(lab)["vmids"]
    for vmid in vmids:
        ask(lab, "reset", vmid=vmid)
    _wait(lab, vmids)


def do_save(lab, args):
    if args.stop:
        ask(lab, "shutdown", vmid=args.vmid)
    ask(lab, "save", vmid=args.vmid, name=args.name)
    if args.stop:
        ask(lab, "start", vmid=args.vmid)


def do_restore(lab, args):
    ask(lab, "restore", vmid=args.vmid, name=args.name)
    up.wait_all(lab, [args.vmid], until_serving=args.serving)


def do_status(lab, args):
    settings = config(lab)
    state = ask(lab, "status")
    rows = [{"vmid": v, "variant": variant_of(v), "leader": state["guests"][str(v)],
             "state": "running" if state["guests"][str(v)] else "stopped"} for v in settings["vmids"]]
    if args.json:
        print(json.dumps({"node": settings["node"], "leader": state["node"], "guests": rows}))
        return
    print(f"node  root@{settings['node']}  {'running' if state['node'] else 'stopped'}")
    for row in rows:
        print(f"{row['vmid']}   {row['variant']:<16} {row['state']}")


def _enter(lab, which, command):
    state = ask(lab, "status")
    leader = state["node"] if which == "node" else state["guests"].get(str(which), 0)
    if not leader:
        raise LabError(f"{'the node' if which == 'node' else f'VM {which}'} is not running")
    sys.stdout.flush()
    sys.exit(_as_child([str(word) for word in machine.enter(lab, which, leader, command)]))


def _as_child(words) -> int:
    """Runs it with our streams and passes on how it ends, and whatever ends us. A machine that shuts down stops each of
    its processes for a moment before it ends them; nsenter then stops itself, and nobody in the machine wakes it up."""
    child = subprocess.Popen(words, preexec_fn=lambda: ctypes.CDLL(None).prctl(1, signal.SIGKILL))  # PR_SET_PDEATHSIG
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda caught, _frame: child.send_signal(caught))
    while True:
        _, status = os.waitpid(child.pid, os.WUNTRACED)
        if not os.WIFSTOPPED(status):
            code = os.waitstatus_to_exitcode(status)
            return code if code >= 0 else 128 - code
        os.kill(child.pid, signal.SIGCONT)


def do_exec(lab, args):
    _enter(lab, args.vmid, args.command or ["bash"])


def do_node(lab, args):
    _enter(lab, "node", args.command or ["bash"])


def do_env(lab, _args):
    settings = config(lab)
    values = {
        "LAB_NODE": f"root@{settings['node']}", "LAB_IDENTITY": lab.identity,
        "LAB_KNOWN_HOSTS": lab.known_hosts, "LAB_VMIDS": " ".join(map(str, settings["vmids"])),
        "LAB_PANEL_TAG": PANEL_TAG,
        "LAB_SOURCES": f"--installer-url {SOURCES}/install.sh --panel-source {SOURCES} "
                       f"--npm-registry {SOURCES}/npm/",
    }
    for name, value in values.items():
        print(f"{name}={shlex.quote(str(value))}")


def do_faults(lab, args):
    config(lab)
    which = args.target if args.target == "node" else str(int(args.target))
    for word in args.specs:
        if which == "node" and (word in faultverbs.LINK or word == "clear"):
            faultverbs.link(lab, "unfreeze" if word == "clear" else word)
    orders = [w for w in args.specs if w not in faultverbs.LINK]
    faultverbs.order(lab, which, orders)
    for order in faultverbs.show(lab, which):
        value = f"={order['value']}" if "value" in order else ""
        print(f"{order['fault']}{value}*{order['count']}")


def _content(lab, vmid, script, *words):
    """A script of content/ run in the guest: its text is the argument, since a
    guest that is up has nothing of the lab in it."""
    text = (CONTENT / script).read_text()
    start = ["python3", "-c", text] if "python" in text.split("\n", 1)[0] else ["bash", "-c", text, script]
    _enter(lab, vmid, [*start, *words])


def do_break(lab, args):
    _content(lab, args.vmid, "break", args.what)


def do_fix(lab, args):
    _content(lab, args.vmid, "break", "--fix", args.what)


def do_chat(lab, args):
    how = ["--direct"] if args.direct else ["--docker"] if args.docker else []
    _content(lab, args.vmid, "chat", args.text, *how)


def do_manifest(lab, args):
    _content(lab, args.vmid, "judge-manifest", args.dir)


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="./dev lab", description="A node and its VMs on this machine.")
    verbs = top.add_subparsers(dest="verb", required=True, metavar="VERB")

    def verb(name, act, words, *arguments):
        sub = verbs.add_parser(name, help=words)
        for flags, options in arguments:
            sub.add_argument(*flags, **options)
        sub.set_defaults(act=act)

    vmid = (["vmid"], {"type": int})
    maybe = (["vmid"], {"type": int, "nargs": "?"})
    name = (["name"], {})
    command = (["command"], {"nargs": argparse.REMAINDER})
    verb("up", do_up, "fresh guests, a fresh node",
         (["--guests"], {"type": int, "default": 1, "metavar": "N"}),
         (["--bare"], {"action": "store_true", "help": "guests without the before-state"}))
    verb("prune", do_prune, "drop from the cache what present recipes do not use")
    verb("down", do_down, "end it and remove what it made")
    verb("reset", do_reset, "one guest, or all, as at the beginning", maybe)
    verb("save", do_save, "keep a guest's state under a name (milliseconds; as after a power cut)",
         vmid, name, (["--stop"], {"action": "store_true", "help": "shut down first, start after"}))
    verb("restore", do_restore, "put a saved state back and boot it, until its agent answers", vmid, name,
         (["--serving"], {"action": "store_true", "help": "until gateway and panel answer, too"}))
    verb("status", do_status, "what runs", (["--json"], {"action": "store_true"}))
    verb("exec", do_exec, "a command in a guest, not through its agent", vmid, command)
    verb("node", do_node, "a command on the node", command)
    verb("env", do_env, "shell assignments for the program's options")
    verb("faults", do_faults, "make qm or the link misbehave: SPECs for a VM, freeze|unfreeze|cut for the node",
         (["target"], {"metavar": "VMID|node"}), (["specs"], {"nargs": "*", "metavar": "SPEC|clear"}))
    what = (["what"], {"choices": ("panel", "gateway", "nginx", "update-api")})
    verb("break", do_break, "make an acceptance fail", vmid, what)
    verb("fix", do_fix, "undo break", vmid, what)
    verb("chat", do_chat, "a real chat turn; prints the transcript's file", vmid, (["text"], {}),
         (["--direct"], {"action": "store_true"}), (["--docker"], {"action": "store_true"}))
    verb("manifest", do_manifest, "every file below a folder, as JSON lines", vmid, (["dir"], {}))
    return top


def main(words) -> int:
    if words[:1] == ["_keeper"]:  # not for people: what up leaves running
        keeper.main(LabNames(words[1]))
        return 0
    args = parser().parse_args(words)
    if getattr(args, "command", None) and args.command[0] == "--":
        args.command = args.command[1:]
    try:
        args.act(LabNames(), args)
    except LabError as error:
        say(str(error))
        return 1
    except BrokenPipeError:
        return 141
    return 0
