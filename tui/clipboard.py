"""Copying, by the routes that terminals and systems offer; whoever copies says which route ran.

A program of the system is asked first, because it tells whether it worked: ``wl-copy`` on Wayland, ``xclip`` on X11,
``pbcopy`` on macOS, ``clip.exe`` on WSL. Inside tmux its buffer is filled too. Else the text is sent to the terminal
(OSC 52), which may or may not take it; over ssh that is the way to the clipboard of the user's own machine.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from tui.text.clean import Clean

Route = Literal["wl-copy", "xclip", "pbcopy", "clip.exe", "tmux", "OSC 52"]
TIMEOUT = 2.0
"""Seconds a program may take."""
OSC_52_MOST = 74_994
"""Most bytes that are sent by OSC 52; many terminals drop more."""

Run = Callable[[Sequence[str], bytes], bool]


def by_program(text: Clean, environ: Mapping[str, str] | None = None, run: Run | None = None) -> Route | None:
    """Copy text by a program of the system and return which one; blocks up to TIMEOUT for each that is tried.

    Args:
        text: What to copy.
        environ: Where the session's variables are looked up; the process' environment by default.
        run: Runs a program with bytes as its input and tells whether it succeeded.
    """
    variables = os.environ if environ is None else environ
    run = run or _run
    if not variables.get("SSH_CONNECTION") and not variables.get("SSH_TTY"):
        for route, command in _programs(variables):
            if run(command, text.encode("utf-16-le" if route == "clip.exe" else "utf-8")):
                return route
    if variables.get("TMUX") and run(("tmux", "load-buffer", "-w", "-"), text.encode()):
        return "tmux"
    return None


def fits_terminal(text: Clean) -> bool:
    """Tell whether a text is short enough to be sent to the terminal by OSC 52."""
    return -(-len(text.encode()) // 3) * 4 <= OSC_52_MOST


def _programs(variables: Mapping[str, str]) -> list[tuple[Route, Sequence[str]]]:
    """Return the programs that may work in this session, the best first."""
    programs: list[tuple[Route, Sequence[str]]] = []
    if variables.get("WAYLAND_DISPLAY"):
        programs.append(("wl-copy", ("wl-copy", "--type", "text/plain;charset=utf-8")))
    if variables.get("DISPLAY"):
        programs.append(("xclip", ("xclip", "-selection", "clipboard")))
    programs.append(("pbcopy", ("pbcopy",)))
    if variables.get("WSL_DISTRO_NAME"):
        programs.append(("clip.exe", ("clip.exe",)))
    return programs


def _run(command: Sequence[str], text: bytes) -> bool:
    """Run a program with a text as its input; False when it is not there, fails or takes too long."""
    program = shutil.which(command[0])
    if program is None:
        return False
    try:
        done = subprocess.run(
            [program, *command[1:]],
            input=text,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=TIMEOUT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
