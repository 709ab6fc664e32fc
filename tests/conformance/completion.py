#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""What the shells offer with the scripts of `completion`, and the man page: both follow the help.

    completion.py TOOL

A shell, or groff, that is not installed is passed over.
"""

import fcntl
import os
import pty
import re
import select
import shutil
import struct
import subprocess
import tempfile
import termios
import time
from pathlib import Path

from support.oracle import REGIONS
from support.tool import Tool

# What is typed, up to the cursor; some of what is offered, and some of what is not.
CASES = [
    ("", {"check", "role", "explain", "completion"}, {"us-east-1", "--region"}),
    ("ch", {"check"}, {"role"}),
    ("check --", {"--region", "--severity", "--format", "--help"}, {"--suggest", "check"}),
    ("check --re", {"--region", "--require", "--request"}, {"--format"}),
    ("check --region ", set(REGIONS), {"--region", "member-type"}),
    ("check --region us-gov", {"us-gov-east-1", "us-gov-west-1"}, {"us-east-1"}),
    ("check --region us-east-1 --region eu-n", {"eu-north-1"}, {"us-east-1"}),
    ("check --format ", {"text", "json"}, {"markdown"}),
    ("role acme --", {"--suggest", "--region"}, {"--severity"}),
    ("explain provider-", {"provider-role-length", "provider-role-characters"}, {"member-type"}),
    ("explain member-type json-l", {"json-limit"}, {"member-type"}),
    ("explain --format m", {"markdown"}, {"json"}),
    ("completion ", {"bash", "zsh", "fish"}, {"sh"}),
    ("check req", {"request.json"}, {"check"}),
    ("check --request req", {"request.json"}, {"check"}),
]
# bash and fish take RULE=SEVERITY apart in ways of their own.
BASH = [
    ("check --severity source-name-l", {"source-name-length="}, {"source-name-length=off"}),
    ("check --severity source-name-length = ", {"off", "note", "warning", "error"}, {"text"}),
    ("check --severity source-name-length = wa", {"warning"}, {"off"}),
    ("check --format = j", {"json"}, {"text"}),
    ("check --severity = source-name-length = n", {"note"}, {"off"}),
    ("check --severity json-", set(), {"json-limit="}),  # fixed
]
FISH = [("check --severity source-name-length=", {"source-name-length=off", "source-name-length=note"}, {"off"}),
        ("check --format=", {"--format=text", "--format=json"}, {"--region"})]

BASH_DRIVER = """
source "$1"; shift
COMP_WORDS=(lakeproof "$@"); COMP_CWORD=$#
compopt() { :; }
_lakeproof
((${#COMPREPLY[@]})) || COMPREPLY=($(compgen -f -- "${!#}"))
printf '%s\\n' "${COMPREPLY[@]}"
"""


def shell(tool, command, folder):
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60)
    tool.equal((done.returncode, done.stderr), (0, ""), f"{command[:4]}")
    return done.stdout


def offers(tool, name, typed, offered, wanted, unwanted):
    tool.expect(wanted <= offered and not unwanted & offered, f"{name}, {typed!r}: {sorted(offered)[:20]}")


def bash(tool, script, folder):
    shell(tool, ["bash", "-n", script], folder)
    for typed, wanted, unwanted in CASES + BASH:
        words = [w for w in re.split(" +", typed)]
        offered = shell(tool, ["bash", "-c", BASH_DRIVER, "bash", script, *words], folder).split()
        offers(tool, "bash", typed, set(offered), wanted, unwanted)


ZSH_SETUP = """autoload -U compinit; compinit -D -u; source {script}
PS1=; LISTMAX=0; setopt auto_list no_list_ambiguous no_beep; unsetopt auto_menu zle_bracketed_paste; stty -echo
print REA''DY
"""


def zsh(tool, script, folder):
    """What a terminal shows where the tabulator is struck twice: what is offered, or the only one of it typed."""
    shell(tool, ["zsh", "-n", script], folder)
    for typed, wanted, unwanted in CASES:
        mine, its = pty.openpty()
        fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("HHHH", 2000, 500, 0, 0))
        with subprocess.Popen(["zsh", "-f", "-i"], stdin=its, stdout=its, stderr=its, cwd=folder,
                              start_new_session=True, env={**os.environ, "TERM": "dumb"}) as process:
            os.close(its)
            os.write(mine, ZSH_SETUP.format(script=script).encode())
            ready = words_shown(mine, {"READY"})
            os.write(mine, b"lakeproof " + typed.encode() + b"\t\t")
            offered = words_shown(mine, wanted)
            process.kill()
        os.close(mine)
        tool.expect("READY" in ready, f"zsh, {typed!r}: {sorted(ready)[:20]}")
        offers(tool, "zsh", typed, offered, wanted, unwanted - set(typed.split()))


def words_shown(terminal, wanted):
    """The words that a terminal shows until it is quiet, but at least, if they come in time, those that are wanted."""
    out, words, end = b"", set(), time.monotonic() + 30
    while select.select([terminal], [], [], 0.2 if wanted <= words else max(0, end - time.monotonic()))[0]:
        out += os.read(terminal, 65536)
        words = set(re.split(r"[\s\x07]+", re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", out.decode(errors="replace"))))
    return words


def fish(tool, script, folder):
    shell(tool, ["fish", "--no-config", "-n", script], folder)
    for typed, wanted, unwanted in CASES + FISH:
        out = shell(tool, ["fish", "--no-config", "-c", f"source {script}; complete -C 'lakeproof {typed}'"], folder)
        offers(tool, "fish", typed, {line.partition("\t")[0] for line in out.splitlines()}, wanted, unwanted)


def man_page(tool, folder):
    """Every command and option of the help is in it, and groff has no warning."""
    page = folder / "lakeproof.1"
    page.write_bytes(tool.run("man").out)
    if not shutil.which("groff"):
        return
    out = shell(tool, ["groff", "-ww", "-man", "-Tascii", "-P-cbou", str(page)], folder)
    text = re.sub(r"\s+", " ", out)
    help_text = tool.run("--help").out.decode()
    commands = re.findall(r"^  (\w+) ", help_text.partition("Commands:")[2].partition("Options:")[0], re.M)
    for command in commands:
        of_command = tool.run(command, "--help").out.decode()
        for part in re.findall(r"^Usage: (.*)$|^  (--[a-z]+)", of_command, re.M):
            tool.expect(any(p and p in text for p in part), f"the man page lacks {part}")
    for part in "NAME lakeproof - ", "SYNOPSIS", "EXAMPLES", "EXIT STATUS", "'/sourceName=acme-[a-z0-9-]+'":
        tool.expect(part in text, f"the man page lacks {part!r}")


def main():
    tool = Tool("completion")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "request.json").write_text("{}")
        for complete in bash, zsh, fish:
            script = folder / complete.__name__
            script.write_bytes(tool.run("completion", complete.__name__).out)
            if shutil.which(complete.__name__):
                complete(tool, str(script), folder)
        man_page(tool, folder)
    tool.finish()


if __name__ == "__main__":
    main()
